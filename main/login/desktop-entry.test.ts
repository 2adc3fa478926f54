import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { desktopEntry, execValue, stateOfEntry } from './desktop-entry'
import { glibExec } from './testing/glib-exec'

const COMMAND = ['/opt/Parley/parley', '--hidden']
const written = desktopEntry(COMMAND, 'Parley')

describe('the command of an entry', () => {
  it.each([
    ['/opt/Parley/parley'],
    ['/home/ana/My Apps/Par ley.AppImage'],
    ['/home/ana/"quoted"/par\'ley'],
    ['/home/ana/50%/100%%/%f/%U'],
    ['/home/$USER/${HOME}/$(reboot)/`reboot`'],
    ['/home/ana/back\\slash/\\\\two/\\n'],
    ['/home/ana/line\nbreak\ttab\rreturn'],
    ['/home/ana/a;b&c|d<e>f*g?h#i~(j)'],
    ['/home/ana/ünï/日本 語'],
    ['/ends with a space '],
    [''],
  ])('is read by the session as it was meant: %j', (path) => {
    const command = [path, '--profile=ben', '--hidden']
    expect(glibExec(desktopEntry(command, 'Parley'))).toEqual(command)
    expect(stateOfEntry(desktopEntry(command, 'Parley'), command)).toEqual({ is: 'on' })
  })

  it('is read so whatever is in it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab/ "\'\\%$`\n\t#;s'.split('')), maxLength: 20 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (command) => {
        const entry = desktopEntry(command, 'Parley')
        expect(glibExec(entry)).toEqual(command)
        expect(stateOfEntry(entry, command)).toEqual({ is: 'on' })
      }),
    )
  })

  it('stays on one line', () => {
    expect(execValue(['/a\nHidden=true'])).not.toContain('\n')
  })
})

describe('an entry that is there', () => {
  const off = (why: string) => ({ is: 'off', why })
  it.each<[string, string, unknown]>([
    ['as we write it', written, { is: 'on' }],
    ['with Windows line ends', written.replace(/\n/g, '\r\n'), { is: 'on' }],
    ['with spaces around the sign', written.replace('Exec=', 'Exec = '), { is: 'on' }],
    ['hidden', `${written}Hidden=true\n`, off('switched-off-outside')],
    ['hidden, spaced', `${written}Hidden = true \n`, off('switched-off-outside')],
    ['not hidden', `${written}Hidden=false\n`, { is: 'on' }],
    ['switched off by GNOME', written.replace('enabled=true', 'enabled=false'), off('switched-off-outside')],
    ['hidden in another group', `${written}\n[Desktop Action x]\nHidden=true\n`, { is: 'on' }],
    ['of another program', desktopEntry(['/old/parley', '--hidden'], 'Parley'), off('starts-another')],
    ['that shows the window', desktopEntry(['/opt/Parley/parley'], 'Parley'), off('starts-another')],
    ['without a command', '[Desktop Entry]\nName=Parley\n', off('starts-another')],
    ['empty', '', off('starts-another')],
    ['that is none', '\u0000\u0001[[[', off('starts-another')],
    ['whose last line counts', `${written}Exec="/old/parley"\n`, off('starts-another')],
  ])('%s', (_what, entry, state) => {
    expect(stateOfEntry(entry, COMMAND)).toEqual(state)
  })
})
