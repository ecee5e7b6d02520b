// node --conditions=react-server --import tsx tests/bench/record-action.ts [rows]
// Records a second and latency at 64 in flight, on SQLite and on PostgreSQL, beside single inserts by
// the bare driver in the same run; then again, and reads of the counts, with so many rows in the table.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, typescript } from '../../lib/cli/setup.mjs'
import { createDatabase, startPostgres } from '../postgres'

const rows = process.argv[2] ?? '0'
const folder = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-actions-'))
const postgres = await startPostgres()
const databases = { SQLite: `file:${folder}/bench.db`, PostgreSQL: await createDatabase(postgres.url) }

try {
  for (const [name, url] of Object.entries(databases)) {
    const { status } = spawnSync(process.execPath, typescript('tests/bench/record-action-on.ts', name, rows), {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'warn' },
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`record-action-on.ts ended with ${status}`)
  }
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true })
}
