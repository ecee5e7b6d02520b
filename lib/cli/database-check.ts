// `npm run database:check`: checks the database for damage, prints the result and records it for the health check and
// the desk. The server runs this once a day. Exit code 0 if the database is intact.
import './dotenv'
import { existsSync } from 'node:fs'
import os from 'node:os'
import { database } from '../shared/database/client'
import { findDamage } from '../shared/database/integrity'
import { recordUpkeep } from '../shared/database/upkeep'
import { findSqliteFile } from '../shared/database/dialect'
import { env } from '../shared/env'

os.setPriority(10) // visitors first
const file = findSqliteFile(env.DATABASE_URL)
if (file !== null && !existsSync(file)) {
  console.error(`There is no database at ${file}.`)
  process.exit(1)
}
const problem = await findDamage(env.DATABASE_URL)
console.log(
  problem === null
    ? 'The database is in order.'
    : `The database is damaged: ${problem}\nRestore a backup: npm run restore -- FILE`,
)
process.exitCode = problem === null ? 0 : 1
try {
  await recordUpkeep('check', problem === null ? { detail: 'in order' } : { problem }, new Date())
} finally {
  await database().then(
    (db) => db.$disconnect(),
    () => undefined,
  )
}
