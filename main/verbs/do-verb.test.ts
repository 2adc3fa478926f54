import { describe, expect, it } from 'vitest'
import type { Verb } from '../../shared/model/verbs'
import { silentLog } from '../log/log'
import { createDoVerb } from './do-verb'

function bench() {
  const done: unknown[] = []
  const note =
    (name: string) =>
    (...input: unknown[]) =>
      void done.push(input.length === 0 ? name : [name, ...input])
  const doVerb = createDoVerb({
    ring: {
      answer: (answer) => {
        done.push(['answer', answer.verb])
        return true
      },
      silence: note('silence'),
    },
    askPage: ({ verb }) => void done.push(['page', verb]),
    bringFront: note('front'),
    offerLink: note('offer'),
    copyLink: note('copy'),
    changeDoNotDisturb: note('quiet'),
    quit: note('quit'),
    log: silentLog,
  })
  return (verb: Verb) => {
    doVerb(verb)
    return done
  }
}

describe('what is asked from outside the window', () => {
  it.each<[verb: Verb, done: unknown[]]>([
    [{ verb: 'accept', video: null }, [['answer', 'accept']]],
    [{ verb: 'decline' }, [['answer', 'decline']]],
    [{ verb: 'silence' }, [['silence', undefined]]],
    [{ verb: 'open' }, ['front']],
    [{ verb: 'offer-link', link: 'parley:x' }, ['front', ['offer', 'parley:x']]],
    [{ verb: 'copy-link' }, ['copy']],
    [{ verb: 'do-not-disturb', on: true, untilMs: 5 }, [['quiet', { on: true, untilMs: 5 }]]],
    [{ verb: 'quit' }, ['quit']],
    [{ verb: 'hang-up' }, [['page', 'hang-up']]],
    [{ verb: 'mute' }, [['page', 'mute']]],
    [{ verb: 'stop-sharing' }, [['page', 'stop-sharing']]],
    [{ verb: 'switch-sharing' }, ['front', ['page', 'switch-sharing']]],
    [{ verb: 'call-person', id: 'a'.repeat(32) }, ['front', ['page', 'call-person']]],
    [{ verb: 'open-settings' }, ['front', ['page', 'open-settings']]],
  ])('%j does %j', (verb, done) => {
    expect(bench()(verb)).toEqual(done)
  })
})
