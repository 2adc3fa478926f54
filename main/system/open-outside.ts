// Owns handing a link of a text message to the person’s browser or mail program.
import { shell } from 'electron'
import { fail, ok, type Result } from '../../shared/result'
import { outsideLink } from './outside-rules'

export async function openOutside(url: string): Promise<Result<undefined>> {
  const link = outsideLink(url)
  if (link === null) return fail('bad-input')
  try {
    await shell.openExternal(link)
    return ok(undefined)
  } catch {
    return fail('not-supported-here') // no program takes it
  }
}
