import { expect, it } from 'vitest'
import { screenCodecs } from './screen-codecs'

const codecs = (...names: readonly string[]) => names.map((name) => ({ mimeType: `video/${name}` }))

it('puts AV1 first and leaves the rest as the browser has it', () => {
  const known = codecs('VP8', 'rtx', 'VP9', 'H264', 'AV1', 'red', 'ulpfec')
  expect(screenCodecs(known)).toEqual(codecs('AV1', 'VP8', 'rtx', 'VP9', 'H264', 'red', 'ulpfec'))
})

it('leaves a browser without it alone', () => {
  expect(screenCodecs(codecs('VP8', 'rtx'))).toEqual(codecs('VP8', 'rtx'))
})
