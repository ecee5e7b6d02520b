// `npm start`: from a fresh clone to a serving site. Every step is skipped when it is
// up to date. `--build-only` stops after the build, `--dev` serves with reloading.
// `--new` begins with a new database, or another one, where there was one before.
// The database is migrated inside the server, by instrumentation.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt, ensureClients, ensureInstalled, nextBin, root, serverScript } from './setup.mjs'

const mode = process.argv.slice(2).find((argument) => argument !== '--new')
const dotenv = path.join(root, '.env')
if (existsSync(dotenv)) process.loadEnvFile(dotenv)

if (process.argv.includes('--new')) process.env.ACCEPT_DATABASE = 'true'

ensureInstalled()
ensureClients()
if (mode !== '--dev') ensureBuilt()
if (mode !== '--build-only') serve(mode === '--dev' ? [nextBin, 'dev', '-p', process.env.PORT ?? '3000'] : [serverScript])

/** @param {string[]} args */
function serve(args) {
  const server = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal))
  // Ended by a signal: 128 and its number is the custom; 1 says enough.
  server.on('exit', (code) => process.exit(code ?? 1))
}
