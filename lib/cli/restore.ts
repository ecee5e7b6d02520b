// `npm run restore -- FILE [--force]`: replaces the database in DATABASE_URL with a backup and saves the old one beside
// it. Stop the servers first.
import './dotenv'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { comparisons } from '../actions/data/rebuild-counts'
import { BackupError, describeSummary } from '../shared/database/backup-file'
import { describeDatabase } from '../shared/database/identity'
import { MigrationError } from '../shared/database/migrate'
import { restoreBackup } from '../shared/database/restore'
import { database } from '../shared/database/client'
import { recordUpkeep } from '../shared/database/upkeep'
import { env } from '../shared/env'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new TypeError('Usage: npm run restore -- FILE [--force]')
  const { summary, kept } = await restoreBackup(env.DATABASE_URL, file, comparisons, new Date(), values.force)
  await recordUpkeep('restore', { detail: path.basename(file) }, new Date())
  await (await database()).$disconnect()
  console.log(`Restored into ${describeDatabase(env.DATABASE_URL)}:`)
  for (const line of describeSummary(file, summary)) console.log(line)
  const log =
    kept !== null && existsSync(`${kept}-wal`) ? ` Its newest rows are in ${kept}-wal: keep the two together.` : ''
  console.log(
    kept === null
      ? 'There was no database before.'
      : `The previous database is kept as ${kept}. Delete it when you no longer need it.${log}`,
  )
  console.log('Staff will have to sign in again. Now start the site, or restart it if it is running: npm start')
} catch (error) {
  const isExpected = error instanceof BackupError || error instanceof MigrationError || error instanceof TypeError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
}
