// node --conditions=react-server --import tsx tests/bench/record-action.ts [rows …]
// Records a second and latency at 64 in flight, and what reads take, on SQLite and on PostgreSQL with
// so many rows in the table (0, or several numbers, each in a new database), beside single inserts
// into the same table by the bare driver in the same run. Ten million rows take 4 GB of disk.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, typescript } from '../../lib/cli/setup.mjs'
import { createDatabase, startPostgres } from '../postgres'

const [...fills] = process.argv.length > 2 ? process.argv.slice(2) : ['0']

const servers = {
  async SQLite() {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'stable-futures-actions-'))
    return {
      create: async (rows: string) => `file:${folder}/${rows}.db`,
      stop: async () => rmSync(folder, { recursive: true }),
    }
  },
  async PostgreSQL() {
    const { url, stop } = await startPostgres()
    return { create: () => createDatabase(url), stop }
  },
}

for (const [name, start] of Object.entries(servers)) {
  const { create, stop } = await start()
  try {
    for (const rows of fills) {
      // Of its own: what an earlier one recorded today would stand in the index beside what this one does.
      const { status } = spawnSync(process.execPath, typescript('tests/bench/record-action-on.ts', name, rows), {
        cwd: root,
        env: { ...process.env, DATABASE_URL: await create(rows), LOG_LEVEL: 'warn' },
        stdio: 'inherit',
      })
      if (status !== 0) throw new Error(`record-action-on.ts ended with ${status}`)
    }
  } finally {
    await stop()
  }
}
