// Owns putting text on the clipboard through the host.
import { useCallback } from 'react'
import type { CopyText } from '../features/connection/use-copy'
import { useClient } from './client-context'

export function useCopyText(): CopyText {
  const { desktop } = useClient()
  return useCallback(
    async (copied) => (await desktop.call('clipboard.write', { text: copied })).ok,
    [desktop],
  )
}
