// Owns choosing the square of a picture file: it is moved and zoomed with the pointer, the wheel or keys, and what is seen is
// what is kept. Used for contacts and for one's own picture; where the result is stored is its user's.
import { useEffect, useState, type ReactElement } from 'react'
import { peopleWords } from '../../../shared/text/en-people'
import { Button } from '../../ui/button'
import { CropView } from './crop-view'
import { CENTRE, squareOf } from './crop-rules'
import { makePicture, openPicture } from './make-picture'
import type { PictureProblem } from './picture-header'
import { browserPictures, type DecodedPicture, type PictureTools } from './picture-tools'
import './picture.css'

interface PictureCropperProps {
  /** As the user chose it; everything about it is checked here. */
  readonly file: Blob
  /** base64 of a 96 × 96 JPEG, ready for `pictures.save`. */
  readonly onPicture: (data: string) => void
  readonly onCancel: () => void
  readonly tools?: PictureTools
}

type Shown =
  | { readonly is: 'reading' }
  | { readonly is: 'refused'; readonly problem: PictureProblem }
  | { readonly is: 'open'; readonly picture: DecodedPicture }

export function PictureCropper(props: PictureCropperProps): ReactElement {
  const { file, onPicture, onCancel, tools = browserPictures } = props
  const [shown, refuse] = useOpened(file, tools)
  const [crop, setCrop] = useState(CENTRE)
  const words = peopleWords.picture
  const take = async (picture: DecodedPicture) => {
    const made = await makePicture(picture, squareOf(picture, crop), tools)
    if (made.ok) onPicture(made.value)
    else refuse(made.code)
  }
  return (
    <div className="cropper" role="group" aria-label={words.crop}>
      {shown.is === 'reading' && (
        <div className="crop-wait" aria-busy="true" aria-label={words.reading} role="img" />
      )}
      {shown.is === 'refused' && (
        <p className="crop-problem" role="alert">
          {words.problems[shown.problem]}
        </p>
      )}
      {shown.is === 'open' && <CropView picture={shown.picture} crop={crop} onChange={setCrop} />}
      <div className="crop-acts">
        <Button onClick={onCancel}>{words.keep}</Button>
        {shown.is === 'open' && (
          <Button kind="primary" onClick={() => void take(shown.picture)}>
            {words.use}
          </Button>
        )}
      </div>
    </div>
  )
}

function useOpened(file: Blob, tools: PictureTools): readonly [Shown, (problem: PictureProblem) => void] {
  const [shown, setShown] = useState<Shown>({ is: 'reading' })
  useEffect(() => {
    let gone = false
    let picture: DecodedPicture | null = null
    void openPicture(file, tools).then((opened) => {
      if (opened.ok && gone) opened.value.close()
      if (gone) return
      if (opened.ok) picture = opened.value
      setShown(opened.ok ? { is: 'open', picture: opened.value } : { is: 'refused', problem: opened.code })
    })
    return () => {
      gone = true
      picture?.close()
    }
  }, [file, tools])
  return [shown, (problem) => setShown({ is: 'refused', problem })]
}
