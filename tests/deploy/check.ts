// `npm run deploy:check`: the commands of lib/server/README.md, "Behind a proxy", on loopback ports, and every
// promise made there; with names, some of them: pages, forms, desk, speed, outage, two. Builds the site for its own address. Not a part of `npm test`: it takes some ten minutes.
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt, ensureClients, ensureInstalled, root } from '../../lib/cli/setup.mjs'
import { createDatabase, freePort, startPostgres } from '../postgres'
import { createAsk } from './ask'
import { checkDesk } from './desk'
import { checkOutage } from './outage'
import { checkForms, checkPages, type Setup } from './pages'
import { prepareRecipe } from './recipe'
import { check, countFailed } from './report'
import { startSite } from './site'
import { checkSpeed } from './speed'
import { checkTwo } from './two'

const https = 8443
const origin = `https://localhost:${https}`
Object.assign(process.env, { SITE_URL: origin })
await ensureInstalled()
await ensureClients()
await ensureBuilt()

const ports = {
  http: await freePort(),
  https,
  bare: await freePort(),
  sites: [await freePort(), await freePort()] satisfies [number, number],
}
const recipe = prepareRecipe(ports)
const settings = {
  VAR_DIR: path.join(recipe.folder, 'state'),
  DATABASE_URL: `file:${path.join(recipe.folder, 'state/site.db')}`,
  STAFF_SECRET: 'only for this check, and as long as it must be',
}

await check('the unit: systemd understands it, and finds little to expose', async () => {
  const unit = path.join(recipe.folder, 'stable-futures@.service')
  cpSync(path.join(root, 'lib/server/deploy/stable-futures@.service'), unit)
  const verified = spawnSync('systemd-analyze', ['verify', unit.replace('@.', '@3000.')], { encoding: 'utf8' })
  if (verified.status !== 0 || verified.stderr.includes('stable-futures'))
    throw new Error(verified.stderr || 'systemd-analyze is missing')
  const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  })
  console.log(`  ${stdout.trim().split('\n').at(-1)}`)
  const exposure = Number(/level[^\n]*: ([\d.]+)/.exec(stdout)?.[1] ?? 10)
  if (exposure > 2) throw new Error(stdout)
})

const parts: Record<string, (setup: Setup) => Promise<void>> = {
  pages: checkPages,
  forms: checkForms,
  desk: (setup) => checkDesk(setup, settings),
  speed: checkSpeed,
  outage: async (setup) => void (site = await checkOutage(setup, site, settings)),
  async two(setup) {
    await site.stop()
    const server = await startPostgres()
    await checkTwo(setup, { ...settings, DATABASE_URL: await createDatabase(server.url) }).finally(server.stop)
  },
}
const names = process.argv.slice(2)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.on('exit', recipe.stop)

let site = await startSite(ports.sites[0], settings)
try {
  recipe.run('proxy')
  const setup: Setup = { ask: createAsk(https, recipe.ca), recipe, ports, origin }
  for (const [name, part] of Object.entries(parts)) if (names.length === 0 || names.includes(name)) await part(setup)
} finally {
  await site.stop()
}
console.log(countFailed() === 0 ? '\nEvery promise holds.' : `\n${countFailed()} did not hold.`)
process.exit(countFailed() === 0 ? 0 : 1)
