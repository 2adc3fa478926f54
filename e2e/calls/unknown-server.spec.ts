// What a person sees who pastes a link whose server isn't there.
import { text } from '../../shared/text/en'
import { expect, test } from '../fixtures/test'

test('a link whose server does not answer is explained beside the field, where the link still stands', async ({
  join,
}) => {
  const ana = await join({ name: 'Ana', host: 'electron' })
  await ana.ui.ownLink()
  // Port 9 is "discard": nobody listens.
  const link = `parley://call/${'a'.repeat(32)}?server=${encodeURIComponent('http://127.0.0.1:9/')}`
  await ana.ui.callWithVideo(link)
  await expect(ana.page.getByText(text.callBox.noServer('127.0.0.1:9'))).toBeVisible()
  await expect(ana.ui.linkField).toHaveValue(link)
})
