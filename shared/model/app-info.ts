// Owns what a page asks about the app that it is in: the host, versions, and where things lie.
import * as z from 'zod'
import { MAX_LINK_CHARS } from '../protocol/limits'
import { documentTroubleSchema } from './document-trouble'

export const appInfoSchema = z.object({
  host: z.enum(['electron', 'guest', 'memory']),
  version: z.string(),
  /** Empty in a guest. */
  electron: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'browser']),
  /** A link that the app was started with, to be offered, never dialled by itself. */
  openedWith: z.string().max(MAX_LINK_CHARS).nullable(),
  troubles: z.array(documentTroubleSchema),
  /** This page is the first one after a saved identity was restored. Told once. */
  restored: z.boolean(),
})
export type AppInfo = z.infer<typeof appInfoSchema>

export const appAboutSchema = z.object({
  /** Empty where the host can't tell. */
  chromium: z.string(),
  /** null in a guest: its browser keeps everything. */
  folders: z.object({ data: z.string(), logs: z.string() }).nullable(),
})
export type AppAbout = z.infer<typeof appAboutSchema>
