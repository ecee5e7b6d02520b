// node --conditions=react-server --import tsx tests/bench/letters.ts [letters]
// Letters an hour through a mail server in this machine, with pacing off, on SQLite and on PostgreSQL; beside nodemailer
// alone with as many connections. And what reading an MP's page takes meanwhile.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, typescript } from '../../lib/cli/setup.mjs'
import { createDatabase, startPostgres } from '../postgres'

const letters = process.argv[2] ?? '2000'
const folder = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-letters-'))
const server = await startPostgres()
const urls = { SQLite: `file:${folder}/letters.db`, PostgreSQL: await createDatabase(server.url) }
try {
  for (const [name, url] of Object.entries(urls)) {
    const { status } = spawnSync(process.execPath, typescript('tests/bench/letters-on.ts', name, letters), {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: url,
        VAR_DIR: folder,
        LOG_LEVEL: 'error',
        LETTERS_KEY: `bench:${randomBytes(32).toString('base64')}`,
        LETTERS_FROM: 'letters@stablefutures.example',
      },
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`letters-on.ts ended with ${status}`)
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}
process.exit(0)
