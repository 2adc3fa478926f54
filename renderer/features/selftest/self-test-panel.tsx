// Owns what is seen of "Ring me in 10 seconds": begin, count-down, what goes on, and the steps with what each found. Doing
// something about a step is the screen's.
import { BellRing, Check, CircleHelp, X } from 'lucide-react'
import { useRef, type ReactElement } from 'react'
import { useStore } from 'zustand'
import type { SelfTest, TestReport } from '../../../shared/model/self-test'
import { selfTestWords as words } from '../../../shared/text/en-self-test'
import type { Clock } from '../../platform/clock'
import { Button } from '../../ui/button'
import { timeOfDay } from '../../ui/format'
import { useNow } from '../../ui/use-now'
import { reportShown, type Remedy, type StepShown, type Verdict } from './self-test-shown'
import type { SelfTestCommands, SelfTestStore } from './self-test-store'
import './self-test.css'

export interface RemedyProps {
  /** Since the report. */
  readonly done: ReadonlySet<Remedy>
  /** Why the last one didn't do; null: it did. */
  readonly problem: string | null
  readonly press: (remedy: Remedy) => void
}

interface SelfTestPanelProps {
  readonly store: SelfTestStore
  readonly commands: SelfTestCommands
  readonly clock: Clock
  readonly remedies: RemedyProps
}

/** Several times a second, so that no second is left out. */
const COUNT_MS = 200

export function SelfTestPanel({ store, commands, clock, remedies }: SelfTestPanelProps): ReactElement {
  const { test, refused } = useStore(store)
  const button = useRef<HTMLButtonElement>(null)
  const isOn = test.is === 'counting' || test.is === 'running'
  // One button all along: the focus stays on it.
  const act = (): void => (isOn ? commands.cancel() : commands.begin())
  const press = (remedy: Remedy): void => {
    remedies.press(remedy)
    // What was pressed goes away; ringing again is what comes next.
    button.current?.focus()
  }
  return (
    <div className="selftest">
      <div className="selftest-head">
        <div className="grow">
          <Standing test={test} store={store} clock={clock} />
        </div>
        <Button ref={button} onClick={act}>
          {!isOn && <BellRing />}
          {labelOf(test)}
        </Button>
      </div>
      <p className="set-problem" role="alert">
        {refused ? words.refused[refused] : remedies.problem}
      </p>
      {test.is === 'over' && <Steps report={test.report} remedies={{ ...remedies, press }} />}
    </div>
  )
}

function labelOf(test: SelfTest): string {
  switch (test.is) {
    case 'idle':
      return words.begin
    case 'counting':
      return words.cancel
    case 'running':
      return words.endRing
    case 'interrupted':
    case 'over':
      return words.again
  }
}

interface StandingProps extends Pick<SelfTestPanelProps, 'store' | 'clock'> {
  readonly test: SelfTest
}

function Standing({ test, store, clock }: StandingProps): ReactElement {
  switch (test.is) {
    case 'idle':
      return <p className="muted">{words.hint}</p>
    case 'counting':
      return <CountDown store={store} clock={clock} />
    case 'running':
      return <p>{words.running[test.part]}</p>
    case 'interrupted':
      return <p>{words.interrupted}</p>
    case 'over':
      return <Summary report={test.report} />
  }
}

function CountDown({ store, clock }: Pick<SelfTestPanelProps, 'store' | 'clock'>): ReactElement {
  const ringsAtMs = useStore(store, (state) => state.ringsAtMs)
  const now = useNow(clock, COUNT_MS)
  return <p>{words.counting(Math.max(0, Math.ceil(((ringsAtMs ?? now) - now) / 1000)))}</p>
}

function Summary({ report }: { readonly report: TestReport }): ReactElement {
  const { title, passed, unknown, steps } = reportShown(report)
  return (
    <>
      <p className="strong">{title}</p>
      <p className="muted">
        {report.answered && `${words.answered} `}
        {words.tested(timeOfDay(report.atMs))} {words.score(passed, steps.length, unknown)}
      </p>
    </>
  )
}

interface StepsProps {
  readonly report: TestReport
  readonly remedies: RemedyProps
}

function Steps({ report, remedies }: StepsProps): ReactElement {
  const { steps } = reportShown(report)
  // A screen has one button that is the next to press.
  const first = steps.find(({ remedy }) => remedy !== null && !remedies.done.has(remedy))?.step
  return (
    <ol className="selftest-steps" aria-label={words.steps}>
      {steps.map((step) => (
        <Step key={step.step} shown={step} remedies={remedies} isFirst={step.step === first} />
      ))}
    </ol>
  )
}

const MARKS: Readonly<Record<Verdict, typeof Check>> = { passed: Check, failed: X, unknown: CircleHelp }

interface StepProps {
  readonly shown: StepShown
  readonly remedies: RemedyProps
  readonly isFirst: boolean
}

function Step({ shown, remedies, isFirst }: StepProps): ReactElement {
  const { verdict, title, hint, figure, remedy } = shown
  const Mark = MARKS[verdict]
  const isDone = remedy !== null && remedies.done.has(remedy)
  const next = isDone ? words.done : hint
  return (
    <li className={`selftest-step is-${verdict}`}>
      <span className="mark">
        <Mark aria-hidden="true" />
        <span className="sr">{words.verdicts[verdict]}</span>
      </span>
      <span className="selftest-words">
        <span className={verdict === 'failed' ? 'strong' : ''}>{title}</span>
        {next !== '' && <span className="settings-hint">{next}</span>}
      </span>
      {figure !== '' && <span className="small num muted">{figure}</span>}
      {remedy !== null && !isDone && (
        <Button size="s" kind={isFirst ? 'primary' : 'quiet'} onClick={() => remedies.press(remedy)}>
          {words.remedies[remedy]}
        </Button>
      )}
    </li>
  )
}
