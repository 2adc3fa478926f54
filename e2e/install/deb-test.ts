// Owns the tests of an installed deb: each has it installed for itself, and taken off again.
import { test as base } from './homes'
import { INSTALLED, packageFile } from './packages'
import { installDeb, type Installed } from './system-install'

export const PROGRAM = '/opt/Parley/parley-desktop'

export const debFile = (): string => packageFile(INSTALLED, '.deb')

export const test = base.extend<{ deb: Installed }>({
  deb: async ({ atEnd }, use) => {
    const deb = await installDeb(debFile())
    atEnd(deb.remove)
    await use(deb)
  },
})
