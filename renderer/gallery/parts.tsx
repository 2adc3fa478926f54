// Owns the gallery page of parts: one sheet, by ?scenario=NAME&theme=dark. For development and photographs; never shipped.
import '../app/jitless'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { LiveRegion } from '../ui/live-region'
import { TipLayer } from '../ui/tip-layer'
import '../ui/base.css'
import { ButtonSheet, ChoiceSheet, FieldSheet } from './parts-controls'
import { PARTS_NAMES, type PartsName } from './parts-names'
import { DialogSheet, MenuSheet } from './parts-over'
import { FaceSheet, NewsSheet, PeopleSheet, StageSheet } from './parts-people'

const SHEETS: Readonly<Record<PartsName, () => ReactElement>> = {
  'parts-buttons': ButtonSheet,
  'parts-fields': FieldSheet,
  'parts-choices': ChoiceSheet,
  'parts-faces': FaceSheet,
  'parts-people': PeopleSheet,
  'parts-news': NewsSheet,
  'parts-stage': StageSheet,
  'parts-dialog': DialogSheet,
  'parts-menu': MenuSheet,
}

function show(): void {
  const query = new URLSearchParams(location.search)
  const name = PARTS_NAMES.find((one) => one === query.get('scenario')) ?? 'parts-buttons'
  const Parts = SHEETS[name]
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  document.documentElement.dataset['theme'] = query.get('theme') === 'dark' ? 'dark' : 'light'
  createRoot(root).render(
    <CSPProvider disableStyleElements>
      <LiveRegion>
        <main className="parts">
          <h1 className="sr">{name}</h1>
          <Parts />
        </main>
        <TipLayer />
      </LiveRegion>
    </CSPProvider>,
  )
  document.documentElement.dataset['scenario'] = name
}

show()
