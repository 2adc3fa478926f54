import { expect, it } from 'vitest'
import { answerOfProperty, answerOfSetting, quietSource } from './quiet-rules'

it.each([
  ['linux', 'GNOME', 'org.gnome.desktop.notifications show-banners'],
  ['linux', 'ubuntu:GNOME', 'org.gnome.desktop.notifications show-banners'],
  ['linux', 'pop:GNOME', 'org.gnome.desktop.notifications show-banners'],
  ['linux', 'GNOME-Classic:GNOME', 'org.gnome.desktop.notifications show-banners'],
  ['linux', 'X-Cinnamon', 'org.cinnamon.desktop.notifications display-notifications'],
  ['linux', 'MATE', 'org.mate.NotificationDaemon do-not-disturb'],
  ['linux', 'Pantheon', 'io.elementary.notifications do-not-disturb'],
  ['linux', 'KDE', 'inhibited'],
  ['linux', 'sway', 'inhibited'],
  ['linux', '', 'inhibited'],
  ['linux', undefined, 'inhibited'],
  ['win32', undefined, 'nothing'],
  ['darwin', 'GNOME', 'nothing'],
] as const)('%s with the desktop %s: %s', (platform, desktop, where) => {
  const source = quietSource(platform, { XDG_CURRENT_DESKTOP: desktop })
  const found = source.by === 'gsettings' ? `${source.setting.schema} ${source.setting.key}` : source.by
  expect(found).toBe(where)
})

it.each([
  ['false\n', false, 'quiet'],
  ['true\n', false, 'not-quiet'],
  ['true', true, 'quiet'],
  ['false', true, 'not-quiet'],
  ['No such schema', false, 'unknown'],
  ['', false, 'unknown'],
  [null, false, 'unknown'],
] as const)('the setting %j, quiet when %s: %s', (output, quietWhen, answer) => {
  expect(answerOfSetting(output, { schema: 's', key: 'k', quietWhen })).toBe(answer)
})

it.each([
  [true, 'quiet'],
  [false, 'not-quiet'],
  ['true', 'unknown'],
  [undefined, 'unknown'],
])('the property %j: %s', (inhibited, answer) => {
  expect(answerOfProperty(inhibited)).toBe(answer)
})
