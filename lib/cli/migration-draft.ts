import './dotenv'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../shared/database/migrate'
import { diffMigrations } from './migration-diff'

// `npm run migration:draft [postgres://…]`: prints the SQL for the next migration, for SQLite and, given the URL of an
// empty database, for PostgreSQL. Save each in a new folder under its provider.
const folder = mkdtempSync(path.join(os.tmpdir(), 'migration-'))
for (const url of [`file:${folder}/draft.db`, ...process.argv.slice(2)]) {
  await migrate(url)
  console.log(`-- ${url.split(':')[0]}\n${await diffMigrations(url)}\n`)
}
rmSync(folder, { recursive: true })
