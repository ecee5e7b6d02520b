// Steps shared by `npm start` and `npm test`. Node’s own modules only: this runs before anything is installed.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../shared/project.mjs'
import { runChild } from './child.mjs'
import { compressFiles } from './compress-files.mjs'
import { rebuildSqlite } from './native/rebuild-sqlite.mjs'

export { root }
const bin = (/** @type {string} */ name) => path.join(root, 'node_modules', ...name.split('/'))

/**
 * Runs a Node script, or npm, in the project’s root. If it fails, exits with the same code.
 * @param {string} label printed while it runs
 * @param {string[]} args arguments to node, or to npm if the first is "npm"
 * @param {Record<string, string>} [extraEnv]
 */
export async function run(label, args, extraEnv = {}) {
  process.stderr.write(`> ${label}\n`)
  const isNpm = args[0] === 'npm'
  const { code, isStopping } = await runChild(isNpm ? 'npm' : process.execPath, isNpm ? args.slice(1) : args, {
    cwd: root,
    stdio: 'inherit',
    shell: isNpm && process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...extraEnv },
  })
  if (code === 0 && !isStopping) return
  if (!isStopping) process.stderr.write(`\n${label}: failed.\n`)
  process.exit(code || 1)
}

/** Node arguments that run one of our TypeScript files outside Next. */
export function typescript(/** @type {string} */ file, /** @type {string[]} */ ...args) {
  return ['--conditions=react-server', '--import', 'tsx', path.join(root, file), ...args]
}

/**
 * Installs the packages in package-lock.json, unless they are already there. Not with `npm ci`, which rejects a lock
 * file without the optional packages of every other platform.
 */
export async function ensureInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json')
  const isCurrent =
    existsSync(installed) && hasAll(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'))
  if (!isCurrent)
    await run('Installing packages', ['npm', 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'])
  await rebuildSqlite(run)
}

/** @param {string} file @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
}

/** @param {ReturnType<typeof packagesOf>} wanted @param {ReturnType<typeof packagesOf>} present */
function hasAll(wanted, present) {
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || present[place]?.version === version || (optional && !present[place]),
  )
}

/** Generates the two database clients, unless they are up to date with the schema. */
export async function ensureClients() {
  const stamp = path.join(root, 'lib/shared/database/generated/.stamp')
  const print = fingerprint(['prisma/schema.prisma', 'lib/cli/generate.mjs', 'package-lock.json'])
  if (read(stamp) === print) return
  await run('Generating the database clients', [path.join(root, 'lib/cli/generate.mjs')])
  writeFileSync(stamp, print)
}

/** Builds the site, unless the last build had the same sources and SITE_URL. */
export async function ensureBuilt() {
  const stamp = path.join(root, '.next/.stamp')
  const print = fingerprint(
    [
      'app',
      'components',
      'lib',
      'prisma',
      'public',
      'package-lock.json',
      'tsconfig.json',
      'next.config.ts',
      '.env',
      'instrumentation.ts',
      'proxy.ts',
    ],
    process.env.SITE_URL ?? '',
  )
  if (read(stamp) === print && existsSync(path.join(root, '.next/BUILD_ID'))) return
  // Not before, since it needs a package.
  const { buildScripts } = await import('./build-scripts.mjs')
  await buildScripts(root)
  await run('Building the site', [bin('next/dist/bin/next'), 'build'])
  compressFiles(root)
  writeFileSync(stamp, print)
}

export const nextBin = bin('next/dist/bin/next')

/** Serves the build from `ensureBuilt` on PORT. */
export const serverScript = path.join(root, 'lib/server/serve.mjs')

/**
 * SHA-256 over the names and contents of files and folders.
 * @param {string[]} names relative to the project’s root; missing ones count as empty
 * @param {string} [extra]
 */
function fingerprint(names, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const name of names.flatMap(filesBelow).sort())
    hash.update(`\0${name}\0`).update(readFileSync(path.join(root, name)))
  return hash.digest('hex')
}

/** Without documents, which no build reads. @param {string} name @returns {string[]} */
function filesBelow(name) {
  const full = path.join(root, name)
  const isGenerated = name === 'lib/shared/database/generated' || name === 'public/scripts'
  if (!existsSync(full) || isGenerated || name.endsWith('.md')) return []
  if (!statSync(full).isDirectory()) return [name]
  return readdirSync(full).flatMap((child) => filesBelow(`${name}/${child}`))
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
