// Owns the scenarios of texts in a call, and of what stays of them after it.
import type { TextLine, TextsState } from '../features/texts/texts-store'
import { GALLERY_NOW } from './gallery-clock'
import { BEN, call, ended } from './people-in-pictures'
import type { ScenarioName } from './scenario-names'
import { atEnd, talking, type Scenario, type Tracks } from './scenario-parts'

type TextsName = Extract<ScenarioName, `call-texts${string}` | 'ended-undelivered'>

let count = 0
function line(text: string, change: Partial<TextLine> = {}): TextLine {
  count += 1
  const at = GALLERY_NOW - (40 - count) * 20_000
  return { key: String(count), mine: false, text, at, state: 'received', ...change }
}
const mine = (text: string, state: TextLine['state'] = 'delivered'): TextLine =>
  line(text, { mine: true, state })

const LINES: readonly TextLine[] = [
  line('Is it this one? https://tiles.example.org/terracotta?size=20x20'),
  mine('Yes! The second row.\nAnd ask at www.oak-lane.example, or mailto:tiles@oak-lane.example'),
  line('👩‍🚀🇵🇹🏳️‍🌈 ❤️'),
  line('مرحبا، هل هذا هو المخطط الصحيح؟ (version 2)'),
  mine('€ 38 per m², so about € 640', 'sending'),
]
const ODD: readonly TextLine[] = [
  line('x'.repeat(4096)),
  mine('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
  mine('This one was lost', 'failed'),
]

export function textsScenarios({ ana, ben, sound }: Tracks): Readonly<Record<TextsName, Scenario>> {
  const both = { localCamera: ana, remoteCamera: ben, remoteMicrophone: sound }
  const view = call(BEN)
  const texts = (state: Partial<TextsState>): Scenario => ({ texts: { callId: view.callId, ...state } })
  return {
    'call-texts': talking(view, both, texts({ lines: LINES })),
    'call-texts-empty': talking(view, both, texts({})),
    'call-texts-odd': talking(view, both, texts({ lines: ODD, flooded: true })),
    'call-texts-unseen': talking(view, both, texts({ lines: LINES.slice(0, 4), unseen: 2 })),
    'call-texts-unseen-long': talking(view, both, texts({ lines: ODD.slice(0, 1), unseen: 120 })),
    'call-texts-reconnecting': talking(
      call(BEN, { phase: { name: 'reconnecting', sinceMs: 2_833_000, lostMs: 3_590_000 } }),
      both,
      texts({ lines: LINES }),
    ),
    'ended-undelivered': {
      ...atEnd(ended(BEN, 'connection-lost', { talkedMs: 2_880_000 })),
      texts: { callId: null, lines: [mine('€ 38 per m², so about € 640', 'failed'), ...ODD.slice(2)] },
    },
  }
}
