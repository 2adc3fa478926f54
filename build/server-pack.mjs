// npm run server:pack: the signalling server and its page for guests as one file that npm installs, into release/.
import { relative } from 'node:path'
import { ensureNpmPackages } from './setup/npm-packages.mjs'
import { ROOT, inRoot } from './setup/paths.mjs'
import { messageOf, say } from './setup/say.mjs'

try {
  const words = process.argv.slice(2)
  if (words.length > 0) throw new Error(`npm run server:pack takes no words, not ${words.join(' ')}`)
  await ensureNpmPackages()
  const { ensureBuilt } = await import('./setup/app-build.mjs')
  const { packServer } = await import('./server/pack-server.mjs')
  await ensureBuilt()
  process.stdout.write(`${relative(ROOT, await packServer(inRoot('release')))}\n`)
} catch (error) {
  say(messageOf(error))
  process.exitCode = 1
}
