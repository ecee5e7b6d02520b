import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { nextBin, root } from '../../lib/cli/setup.mjs'

// Outside the project: Next takes a missing config or instrumentation from the folders above.
const workshop = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-bench-'))
const sources = ['app', 'components', 'lib', 'prisma', 'public', 'instrumentation.ts', 'package.json', 'tsconfig.json']
// Turbopack follows no link out of its root, and node_modules is such a link.
const turbopack = { root: path.parse(root).root }

/** An empty folder for the bench's own files, gone at the end of this process. */
export function makeFolder(name: string): string {
  const folder = path.join(workshop, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A fresh folder with the site's own sources, to be added to and built. */
export function copySite(name: string): string {
  const folder = makeFolder(name)
  for (const source of sources) cpSync(path.join(root, source), path.join(folder, source), { recursive: true })
  cpSync(path.join(root, 'next.config.ts'), path.join(folder, 'site.config.ts'))
  writeFileSync(
    path.join(folder, 'next.config.ts'),
    `import site from './site.config'\n\nexport default { ...site, turbopack: ${JSON.stringify(turbopack)} }\n`,
  )
  return folder
}

let bareSite: string | undefined

/** Builds the smallest site Next allows, the baseline for pages, once for all parts. */
export function buildBareSite(): string {
  if (bareSite) return bareSite
  bareSite = makeFolder('bare')
  cpSync(path.join(root, 'tests/bench/bare'), bareSite, { recursive: true })
  writeFileSync(path.join(bareSite, 'next.config.mjs'), `export default { turbopack: ${JSON.stringify(turbopack)} }\n`)
  buildSite(bareSite)
  return bareSite
}

/** Runs `next build` in a folder of the bench. */
export function buildSite(folder: string): void {
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  console.error(`> Building ${folder}`)
  const env = { ...process.env, NODE_ENV: 'production' as const, LOG_LEVEL: 'silent', NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [nextBin, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`next build ended with ${status}:\n${stdout}${stderr}`)
}

process.on('exit', () => rmSync(workshop, { recursive: true, force: true }))
