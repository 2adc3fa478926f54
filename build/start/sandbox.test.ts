import { expect, test } from 'vitest'
import { sandboxCommand, sandboxWorks } from './sandbox.mjs'

const APPARMOR = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
const DEBIAN = '/proc/sys/kernel/unprivileged_userns_clone'

interface Case {
  readonly title: string
  readonly files?: Readonly<Record<string, string>>
  readonly helperIsRoots?: boolean
  readonly isRoot?: boolean
  readonly works: boolean
}

const CASES: readonly Case[] = [
  { title: 'a kernel without restrictions', works: true },
  { title: 'AppArmor restricts user namespaces', files: { [APPARMOR]: '1' }, works: false },
  { title: 'AppArmor could, but does not', files: { [APPARMOR]: '0' }, works: true },
  { title: 'an older Debian forbids them', files: { [DEBIAN]: '0' }, works: false },
  { title: 'the helper belongs to root', files: { [APPARMOR]: '1' }, helperIsRoots: true, works: true },
  { title: 'root, who runs without a sandbox', files: { [APPARMOR]: '1' }, isRoot: true, works: true },
]

test.runIf(process.platform === 'linux').each(CASES)('$title', (given) => {
  const { files = {}, helperIsRoots = false, isRoot = false, works } = given
  const system = { isRoot, read: (path: string) => files[path] ?? null, isSetUidRoot: () => helperIsRoots }
  expect(sandboxWorks('/dist', system)).toBe(works)
})

test('the command names the helper', () => {
  expect(sandboxCommand('/a folder/dist')).toContain('sudo chmod 4755 "/a folder/dist/chrome-sandbox"')
})
