// Owns the buttons around somebody's picture: choose a file and crop it, take the one seen in a call, take it away. Each is
// applied at once; what fails is said below.
import { useState, type ReactElement } from 'react'
import { failureWords } from '../../../shared/text/en-codes'
import { peopleWords } from '../../../shared/text/en-people'
import type { Result } from '../../../shared/result'
import { Button } from '../../ui/button'
import { FileButton } from './file-button'
import { PictureCropper } from './picture-cropper'
import { PICTURE_TYPES } from './picture-header'
import type { PictureTools } from './picture-tools'
import './picture.css'

interface PictureControlProps {
  readonly hasPicture: boolean
  /** base64 of a picture that came with a call and was accepted; null where there is none. */
  readonly seen?: string | null
  /** base64, or null to take it away. */
  readonly onChange: (data: string | null) => Promise<Result<unknown>>
  readonly tools?: PictureTools
}

export function PictureControl({
  hasPicture,
  seen = null,
  onChange,
  tools,
}: PictureControlProps): ReactElement {
  const [file, setFile] = useState<File | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const words = peopleWords.picture
  const apply = async (data: string | null) => {
    setFile(null)
    const applied = await onChange(data)
    setProblem(applied.ok ? null : failureWords(applied.code))
  }
  if (file) {
    return (
      <PictureCropper
        key={file.name + String(file.lastModified)}
        file={file}
        onPicture={(data) => void apply(data)}
        onCancel={() => setFile(null)}
        {...(tools ? { tools } : {})}
      />
    )
  }
  return (
    <div className="picture-acts">
      <FileButton accept={PICTURE_TYPES} onFile={setFile}>
        {hasPicture ? words.change : words.choose}
      </FileButton>
      {seen !== null && <Button onClick={() => void apply(seen)}>{words.takeSeen}</Button>}
      {hasPicture && (
        <Button kind="ghost" onClick={() => void apply(null)}>
          {words.remove}
        </Button>
      )}
      <p className="picture-problem small" role="alert">
        {problem}
      </p>
    </div>
  )
}
