import './dotenv'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../shared/database/migrate'
import { diffMigrations } from './migration-diff'

// `npm run migration:draft [postgres://…]`: prints the SQL that the migrations still lack, for
// SQLite and, given an empty database, for PostgreSQL. Put it into a new folder of each provider.
const folder = mkdtempSync(path.join(os.tmpdir(), 'migration-'))
for (const url of [`file:${folder}/draft.db`, ...process.argv.slice(2)]) {
  await migrate(url)
  console.log(`-- ${url.split(':')[0]}\n${await diffMigrations(url)}\n`)
}
rmSync(folder, { recursive: true })
