// node --conditions=react-server --import tsx tests/bench/record-action.ts [rows …]
// Records a second and latency at 64 in flight, and what reads take, on SQLite and on PostgreSQL with
// so many rows in the table (0, or several numbers, ascending), beside single inserts into the same
// table by the bare driver in the same run. Ten million rows take 3 GB of disk.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, typescript } from '../../lib/cli/setup.mjs'
import { createDatabase, startPostgres } from '../postgres'

const [...fills] = process.argv.length > 2 ? process.argv.slice(2) : ['0']

async function onSqlite() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-actions-'))
  return { url: `file:${folder}/bench.db`, remove: () => rmSync(folder, { recursive: true }) }
}

async function onPostgres() {
  const server = await startPostgres()
  return { url: await createDatabase(server.url), remove: server.stop }
}

for (const [name, open] of Object.entries({ SQLite: onSqlite, PostgreSQL: onPostgres })) {
  const { url, remove } = await open()
  try {
    for (const rows of fills) {
      const { status } = spawnSync(process.execPath, typescript('tests/bench/record-action-on.ts', name, rows), {
        cwd: root,
        env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'warn' },
        stdio: 'inherit',
      })
      if (status !== 0) throw new Error(`record-action-on.ts ended with ${status}`)
    }
  } finally {
    await remove()
  }
}
