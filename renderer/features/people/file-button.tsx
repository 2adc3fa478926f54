// Owns the button that asks for a file.
import { useRef, type ReactElement, type ReactNode } from 'react'
import { Button, type ButtonKind } from '../../ui/button'

interface FileButtonProps {
  readonly accept: string
  readonly onFile: (file: File) => void
  readonly kind?: ButtonKind
  readonly children: ReactNode
}

export function FileButton({ accept, onFile, kind = 'quiet', children }: FileButtonProps): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={kind} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = '' // the same file may be chosen again
          if (file) onFile(file)
        }}
      />
    </>
  )
}
