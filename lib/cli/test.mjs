// `npm test`: runs every check and test, from a fresh clone. With a name, only that part: lint, types, unit,
// integration, messages or e2e.
import path from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { ensureBuilt, ensureClients, ensureInstalled, nextBin, root, run, typescript } from './setup.mjs'

const [part, ...rest] = process.argv.slice(2)
const bin = (/** @type {string} */ file) => path.join(root, 'node_modules', file)
const vitest = (/** @type {string[]} */ ...args) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--config',
  'tests/vitest.config.ts',
  ...args,
]

/** @type {Record<string, () => void | Promise<void>>} */
const parts = {
  async lint() {
    await run('Formatting', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'])
    await run('Lint', [bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'])
  },
  async types() {
    await run('Route types', [nextBin, 'typegen'])
    await run('Types', [bin('typescript/bin/tsc'), '--noEmit'])
  },
  unit: () => run('Unit tests', vitest('--project', 'unit', ...rest)),
  integration: () => run('Integration tests', vitest('--project', 'integration', ...rest)),
  messages: () => run('Messages for all seats', typescript('lib/cli/messages-check.ts', '--facts')),
  async e2e() {
    const browser = await findBrowser()
    await ensureBuilt()
    await run(
      'Browser tests',
      [bin('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts', ...rest],
      {
        CHROMIUM_PATH: browser,
      },
    )
  },
}

await ensureInstalled()
await ensureClients()
for (const [name, runPart] of Object.entries(parts)) if (!part || part === name) await runPart()
