// Owns the connection panel: a word first, then the route, what is wrong if anything is, the last minute, then figures
// both ways.
import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { text } from '../../../shared/text/en'
import { IconButton } from '../../ui/button'
import { DiagnosisLine } from './diagnosis-note'
import { FIGURE_ROWS } from './figures'
import { MinuteGraph } from './minute-graph'
import { sharedRows, type SharedNow } from './shared-figures'
import type { StatsSample, StatsStore } from './stats-store'
import '../../ui/panel.css'
import './connection-panel.css'

interface ConnectionPanelProps {
  readonly stats: StatsStore
  /** As inside a sentence. */
  readonly name: string
  readonly shared: SharedNow
  readonly onClose: () => void
}

function routeWords(route: StatsSample['route'], name: string): string {
  if (route === null) return text.connection.noRoute
  return route === 'direct' ? text.connection.direct(name) : text.connection.relayed(name)
}

export function ConnectionPanel({ stats, name, shared, onClose }: ConnectionPanelProps): ReactElement {
  const samples = useStore(stats, (state) => state.samples)
  const quality = useStore(stats, (state) => state.quality)
  const last = samples[samples.length - 1] ?? null
  const rttMs = last?.rttMs ?? null
  return (
    <aside className="panel" aria-label={text.connection.title}>
      <header className="panel-head">
        <div className="grow">
          <h2>{text.connection[quality]}</h2>
          <p className="small muted">{routeWords(last?.route ?? null, name)}</p>
        </div>
        <IconButton kind="ghost" size="s" label={text.app.close} onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <DiagnosisLine stats={stats} name={name} />
      <MinuteGraph samples={samples} />
      <p className="panel-axis small">
        <span>{text.connection.roundTrip}</span>
        <span className="num">
          {rttMs === null ? text.connection.none : text.connection.ms(Math.round(rttMs))}
        </span>
      </p>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{text.connection.figure}</span>
            </th>
            <th scope="col">{text.connection.from(name)}</th>
            <th scope="col">{text.connection.to(name)}</th>
          </tr>
        </thead>
        <tbody>
          {FIGURE_ROWS.map((row) => (
            <tr key={row.title}>
              <th scope="row">
                {row.title}
                {row.term !== undefined && <span className="figure-term">{row.term}</span>}
              </th>
              <td>{(last && row.show(last.received)) ?? text.connection.none}</td>
              <td>{(last && row.show(last.sent)) ?? text.connection.none}</td>
            </tr>
          ))}
          <SharedRows stats={stats} name={name} shared={shared} />
        </tbody>
      </table>
    </aside>
  )
}

function SharedRows({ stats, name, shared }: Omit<ConnectionPanelProps, 'onClose'>): ReactElement {
  const screen = useStore(stats, (state) => state.screen)
  return (
    <>
      {sharedRows(shared, screen, name).map(({ title, received, sent }) => (
        <tr key={title} className="figures-shared">
          <th scope="row">{title}</th>
          <td>{received ?? text.connection.none}</td>
          <td>{sent ?? text.connection.none}</td>
        </tr>
      ))}
    </>
  )
}
