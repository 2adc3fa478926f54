// Owns a sound as what an audio element can be given.
import { render, type Sound } from './render-sound'
import { toWav } from './to-wav'

export const soundBlob = (sound: Sound): Blob => new Blob([toWav(render(sound))], { type: 'audio/wav' })
