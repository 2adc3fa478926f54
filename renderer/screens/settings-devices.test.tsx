// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { text } from '../../shared/text/en'
import { settingsWords as words } from '../../shared/text/en-settings'
import { FakeLocalMedia } from '../rtc/fakes/fake-local-media'
import { loadSettings, openSettings, settle } from './testing/open-settings'
import { button, click, field, find, page, pressKey, type } from './testing/render-app'

loadSettings()

describe('the devices', () => {
  /** Enough of the browser's sound for the meter; nothing is heard. */
  const silentContext = () =>
    vi.stubGlobal(
      'AudioContext',
      class {
        readonly state = 'running'
        createMediaStreamSource = () => ({ connect: () => undefined, disconnect: () => undefined })
        createAnalyser = () => ({ fftSize: 0, getFloatTimeDomainData: () => undefined })
        close = () => Promise.resolve()
      },
    )

  const opened = async () => {
    silentContext()
    onTestFinished(() => void vi.unstubAllGlobals())
    const localMedia = new FakeLocalMedia('ana')
    const app = await openSettings('devices', { localMedia })
    await settle()
    return { ...app, localMedia }
  }

  it('are open while their page is shown', async () => {
    const { localMedia } = await opened()
    expect([localMedia.openLeases('camera'), localMedia.openLeases('microphone')]).toEqual([1, 1])
    expect(find('[role=meter]', words.devices.level)).toBeTruthy()
  })

  it.each([
    ['another page is opened', () => click(button(words.pages.about))],
    ['settings are closed', () => pressKey('Escape')],
    ['something is searched', () => type(field(words.search), 'name')],
  ])('are closed when %s', async (_what, leave) => {
    const { localMedia } = await opened()
    await leave()
    await settle()
    expect(localMedia.allOpenLeases()).toBe(0)
  })

  it('that may not be used say why and can be tried again', async () => {
    silentContext()
    onTestFinished(() => void vi.unstubAllGlobals())
    const localMedia = new FakeLocalMedia('ana')
    localMedia.refuse('camera', 'device-in-use')
    await openSettings('devices', { localMedia })
    await settle()
    expect(page()).toContain('Another program uses the camera')
    localMedia.refuse('camera', null)
    await click(button(text.app.tryAgain))
    await settle()
    expect(localMedia.openLeases('camera')).toBe(1)
    expect(page()).not.toContain('Another program uses the camera')
  })
})
