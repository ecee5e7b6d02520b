// `npm test`: runs every check and test, from a fresh clone. With names, only those parts: lint, types, unit,
// integration, messages or e2e. With one name, the other arguments go to its tool.
import path from 'node:path'
import { runChild } from './child.mjs'
import { findBrowser, findHeadlessShell } from './find-browser.mjs'
import { ensureBuilt, ensureClients, ensureInstalled, nextBin, root, run, typescript } from './setup.mjs'

const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file)
const vitest = (/** @type {string[]} */ ...projects) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--config',
  'tests/vitest.config.ts',
  ...projects.flatMap((project) => ['--project', project]),
]

/**
 * A part is steps, one after the other: what is done, and the arguments to node that do it.
 * @typedef {[label: string, args: string[], env?: Record<string, string>]} Step
 * @type {Record<string, Step[] | (() => Promise<Step[]>)>}
 */
const parts = {
  lint: [
    ['Formatting', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    ['Unused code', [bin('knip/bin/knip.js'), '--no-progress']],
    ['Lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']],
  ],
  types: [
    ['Route types', [nextBin, 'typegen']],
    ['Types', [bin('typescript/bin/tsc'), '--noEmit']],
  ],
  unit: [['Unit tests', vitest('unit')]],
  messages: [['Messages for all seats', typescript('lib/cli/messages-check.ts', '--seed')]],
  integration: [['Integration tests', vitest('sqlite', 'postgresql')]],
  async e2e() {
    const browser = await findBrowser()
    const shell = findHeadlessShell() ?? browser
    await ensureBuilt()
    const args = [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts']
    return [['Browser tests', args, { CHROMIUM_PATH: browser, HEADLESS_SHELL_PATH: shell }]]
  },
}

// What computes on one core each runs side by side. Tests that measure or wait have the machine to themselves.
const together = [['lint', 'types'], ['unit', 'messages'], ['integration'], ['e2e']]

const given = process.argv.slice(2)
const ends = given.findIndex((name) => !(name in parts))
const names = ends < 0 ? given : given.slice(0, ends)
const rest = ends < 0 ? [] : given.slice(ends)
if (rest.length > 0 && names.length !== 1) {
  process.stderr.write(`${rest[0]}: there is no such part. There are ${Object.keys(parts).join(', ')}.\n`)
  process.exit(2)
}

await ensureInstalled()
await ensureClients()
for (const group of together) {
  const chosen = group.filter((name) => names.length === 0 || names.includes(name))
  if (chosen.length > 1) await runTogether(chosen)
  else for (const name of chosen) await runAlone(name)
}

/** Runs a part and shows what it says as it says it. @param {string} name */
async function runAlone(name) {
  const part = parts[name]
  const steps = typeof part === 'function' ? await part() : (part ?? [])
  for (const [at, [label, args, env]] of steps.entries())
    await run(label, at === steps.length - 1 ? [...args, ...rest] : args, env)
}

/**
 * Runs parts side by side; shows what each step has said when it has ended, so that nothing is mixed up. The first
 * that fails ends this process, once the others have come to the end of their step.
 * @param {string[]} chosen
 */
async function runTogether(chosen) {
  let failed = 0
  await Promise.all(
    chosen.map(async (name) => {
      const part = parts[name]
      for (const [label, args, env] of typeof part === 'function' ? await part() : (part ?? [])) {
        if (failed) return
        const output = await runQuietly(label, args, env)
        failed ||= output
      }
    }),
  )
  if (failed) process.exit(failed)
}

/** @param {string} label @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<number>} the exit code */
async function runQuietly(label, args, env = {}) {
  const started = performance.now()
  let said = ''
  const { code, isStopping } = await runChild(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...env },
    onOutput: (text) => (said += text),
  })
  if (isStopping) process.exit(code || 1)
  const seconds = Math.round((performance.now() - started) / 1_000)
  process.stderr.write(`> ${label} (${seconds} s)\n${said}${code === 0 ? '' : `\n${label}: failed.\n`}`)
  return code
}
