// `npm start`: goes from a fresh clone to a running site, skipping each step that is up to date. `--build-only` stops
// after the build. `--dev` serves with hot reloading. `--new` accepts a new or different database where there was
// another before. The server migrates the database itself, in instrumentation.ts.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child.mjs'
import { ensureBuilt, ensureClients, ensureInstalled, nextBin, root, serverScript } from './setup.mjs'

const mode = process.argv.slice(2).find((argument) => argument !== '--new')
const dotenv = path.join(root, '.env')
if (existsSync(dotenv)) process.loadEnvFile(dotenv)

if (process.argv.includes('--new')) process.env.ACCEPT_DATABASE = 'true'

await ensureInstalled()
await ensureClients()
if (mode === '--dev')
  await (await import('./build-scripts.mjs')).watchScripts(root) // needs a package
else await ensureBuilt()
if (mode !== '--build-only')
  await serve(mode === '--dev' ? [nextBin, 'dev', '-p', process.env.PORT ?? '3000'] : [serverScript])

/** @param {string[]} args */
async function serve(args) {
  const { code } = await runChild(process.execPath, args, {
    cwd: root,
    // The IPC channel closes however this process ends, and the server then stops by itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  process.exit(code)
}
