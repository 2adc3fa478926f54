// Owns writing contacts into a file, with their pictures, and handing it to the browser's own downloading.
import { writeContactsJson } from '../../../shared/exchange/contacts-json'
import { writeVcards } from '../../../shared/exchange/contacts-vcard'
import type { Contact } from '../../../shared/model/contact'
import { ok, type Result } from '../../../shared/result'
import type { Desktop } from '../../platform/desktop'

export type ExportFormat = 'json' | 'vcard'

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly content: string
}

const MOST_AT_ONCE = 100

export async function exportContacts(
  desktop: Desktop,
  contacts: readonly Contact[],
  format: ExportFormat,
): Promise<Result<ExportedFile>> {
  const pictures = await readPictures(desktop, contacts)
  if (!pictures.ok) return pictures
  const pictureOf = (picture: string) => pictures.value.get(picture) ?? null
  return ok(
    format === 'json'
      ? {
          name: 'parley-contacts.json',
          type: 'application/json',
          content: writeContactsJson(contacts, pictureOf),
        }
      : { name: 'parley-contacts.vcf', type: 'text/vcard', content: writeVcards(contacts, pictureOf) },
  )
}

async function readPictures(
  desktop: Desktop,
  contacts: readonly Contact[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const wanted = [...new Set(contacts.flatMap(({ picture }) => (picture === null ? [] : [picture])))]
  const found = new Map<string, string>()
  for (let at = 0; at < wanted.length; at += MOST_AT_ONCE) {
    const read = await desktop.call('pictures.read', { pictures: wanted.slice(at, at + MOST_AT_ONCE) })
    if (!read.ok) return read
    for (const { picture, data } of read.value.pictures) found.set(picture, data)
  }
  return ok(found)
}

/** The app's own dialogue asks where it goes; a browser has its folder for this. */
export function downloadFile({ name, type, content }: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: the download begins after this task, and reads the whole.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
