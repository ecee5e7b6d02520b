// `npm run backup [-- FILE] [--force]`: writes a snapshot of the whole database to one file. The site can be running.
// Without FILE, it writes to BACKUP_DIR and deletes all but the newest BACKUP_KEEP backups there. The server runs this
// every BACKUP_EVERY_HOURS.
import './dotenv'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { comparisons } from '../actions/data/rebuild-counts'
import { composeBackupName, createBackup, pruneBackups } from '../shared/database/backup'
import { BackupError, describeSummary } from '../shared/database/backup-file'
import { database } from '../shared/database/client'
import { recordUpkeep } from '../shared/database/upkeep'
import { env } from '../shared/env'

const usage = 'Usage: npm run backup -- FILE [--force], or set BACKUP_DIR and leave FILE out.'

os.setPriority(10) // visitors first
const now = new Date()
let isScheduled = false
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  })
  const [given, ...more] = positionals
  isScheduled = given === undefined
  if (more.length > 0 || (given === undefined && env.BACKUP_DIR === ''))
    throw new TypeError('Say which file to write the backup to.')
  const file = given ?? composeBackupName(path.resolve(env.BACKUP_DIR), now)
  const summary = await createBackup(env.DATABASE_URL, file, comparisons, values.force)
  for (const line of describeSummary(file, summary)) console.log(line)
  console.log('Left out: the salts for visitors’ keys, staff sessions and sign-in links.')
  if (given === undefined)
    for (const name of pruneBackups(path.resolve(env.BACKUP_DIR), env.BACKUP_KEEP)) console.log(`Deleted: ${name}`)
  await recordUpkeep('backup', { detail: `${path.basename(file)}, ${summary.actions} actions` }, now)
} catch (error) {
  if (error instanceof TypeError && 'code' in error === false) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof BackupError || error instanceof TypeError) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
  const problem = error instanceof Error ? error.message : String(error)
  // A mistake in a command typed by hand says nothing about the scheduled backups.
  if (isScheduled) await recordUpkeep('backup', { problem }, now).catch(() => undefined)
} finally {
  await database().then(
    (db) => db.$disconnect(),
    () => undefined,
  )
}
