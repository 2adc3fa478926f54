// Owns what is said aloud when a call changes. Pure: two snapshots in, sentences out.
import type { Urgency } from '../../ui/live-region'
import { text } from '../../../shared/text/en'
import { endWords } from '../../../shared/text/en-codes'
import { shownName, spokenName } from '../../ui/names'
import type { CallView, LocalSending } from './calls-store'

export interface Announcement {
  readonly urgency: Urgency
  readonly sentence: string
}

const words = text.call.announce
const polite = (sentence: string): Announcement => ({ urgency: 'polite', sentence })
const assertive = (sentence: string): Announcement => ({ urgency: 'assertive', sentence })

/** `before` is null for a call that has just appeared. */
export function announcements(before: CallView | null, after: CallView): readonly Announcement[] {
  return [...phaseNews(before, after), ...localNews(before, after), ...remoteNews(before, after)]
}

function phaseNews(before: CallView | null, after: CallView): readonly Announcement[] {
  const { phase, person, direction, video } = after
  if (before?.phase.name === phase.name) return []
  const name = spokenName(person.name)
  switch (phase.name) {
    case 'ringing':
      return direction === 'incoming'
        ? [assertive(ringSentence(person, video))]
        : [polite(words.ringing(name))]
    case 'connected':
      return [polite(before?.phase.name === 'reconnecting' ? words.connectedAgain : words.connected(name))]
    case 'reconnecting':
      return [polite(words.reconnecting)]
    case 'ended': {
      const why = phase.words
        ? text.ended.said(name, phase.words)
        : endWords(phase.reason, { name, talked: phase.talkedMs > 0 }).title
      return phase.reason === 'merged' ? [] : [assertive(words.ended(why))]
    }
    case 'calling':
    case 'connecting':
      return []
  }
}

function ringSentence({ name, namesake }: CallView['person'], video: boolean): string {
  const who = text.incoming.announce(shownName(name), video)
  return namesake === undefined ? who : `${who}. ${text.incoming.notNamesake(shownName(namesake))}`
}

const isOn = (sending: LocalSending): boolean => sending.is === 'on'

function localNews(before: CallView | null, after: CallView): readonly Announcement[] {
  if (!before || after.phase.name === 'ended') return []
  const news: Announcement[] = []
  if (isOn(before.local.microphone) !== isOn(after.local.microphone)) {
    news.push(polite(isOn(after.local.microphone) ? words.microphoneOn : words.microphoneOff))
  }
  if (isOn(before.local.camera) !== isOn(after.local.camera)) {
    news.push(polite(isOn(after.local.camera) ? words.cameraOn : words.cameraOff))
  }
  return news
}

function remoteNews(before: CallView | null, after: CallView): readonly Announcement[] {
  const was = before?.remote?.microphone
  const is = after.remote?.microphone
  if (was === undefined || is === undefined || was === is) return []
  const name = spokenName(after.person.name)
  return [polite(is === 'on' ? words.remoteUnmuted(name) : words.remoteMuted(name))]
}
