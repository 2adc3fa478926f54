// Owns the buttons that write all contacts into a file.
import { useState, type ReactElement } from 'react'
import type { Result } from '../../../shared/result'
import { failureWords } from '../../../shared/text/en-codes'
import { peopleWords } from '../../../shared/text/en-people'
import { Button } from '../../ui/button'
import type { ExportFormat } from './export-file'

interface ExportContactsProps {
  /** How many there are. */
  readonly count: number
  readonly write: (format: ExportFormat) => Promise<Result<unknown>>
}

export function ExportContacts({ count, write }: ExportContactsProps): ReactElement {
  const [said, setSaid] = useState('')
  const words = peopleWords.manage
  const press = async (format: ExportFormat) => {
    const written = await write(format)
    setSaid(written.ok ? words.exported(count) : failureWords(written.code))
  }
  if (count === 0) return <p className="muted">{words.nobody}</p>
  return (
    <div className="manage-part">
      <p className="muted">{words.exportHint}</p>
      <div className="contact-calls">
        <Button onClick={() => void press('json')}>{words.json}</Button>
        <Button onClick={() => void press('vcard')}>{words.vcard}</Button>
      </div>
      <p role="status">{said}</p>
    </div>
  )
}
