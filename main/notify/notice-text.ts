// Owns the words of a notification made fit for any system: one line each, of bounded length, nothing that turns around. Pure.
import { cleanText } from '../../shared/clean-text'
import type { Notice, NoticeAction } from './notifier'

// A banner shows less of either; what is longer only costs the daemon.
const MAX_TITLE_CHARS = 160
const MAX_BODY_CHARS = 500
const MAX_LABEL_CHARS = 60

export type NoticeText = Pick<Notice, 'title' | 'body' | 'actions'>

/** What a press on the notice itself is called; no button may. */
export const DEFAULT_ACTION = 'default'

export function noticeText({ title, body, actions }: Notice): NoticeText {
  return {
    title: shortened(title, MAX_TITLE_CHARS),
    body: shortened(body, MAX_BODY_CHARS),
    actions: actions.filter(({ name }) => name !== DEFAULT_ACTION).map(labelled),
  }
}

const labelled = ({ name, label }: NoticeAction): NoticeAction => ({
  name,
  label: shortened(label, MAX_LABEL_CHARS),
})

function shortened(text: string, maxChars: number): string {
  const clean = cleanText(text, Infinity)
  return clean.length <= maxChars ? clean : `${cleanText(clean, maxChars - 1)}…`
}
