import 'server-only'
import path from 'node:path'
import { database } from '../data/client'
import { DatabaseIdentityError } from '../data/database-identity'
import { seedMessageRules } from '../data/message-rules'
import { migrate } from '../data/migrate'
import { tightenFolder } from '../data/private-files'
import { seedDirectory } from '../data/seed'
import { seedSupporters } from '../data/supporters-write'
import { env } from '../env'
import { redirectConsole } from '../framework-log'
import { log } from '../log'
import { loadPostcodeIndex } from '../postcode-index/load'
import { startDailySync } from './daily-sync'
import { startForgettingSalts } from './forget-salts'
import { startUpkeep } from './upkeep'
import { startPublishing } from './get-publication'
import { registerVerbs } from './verbs'
import { startWatchingContent } from './watch-content'

/**
 * Makes this process able to serve: the database migrated and filled, the index open. A fault
 * ends the process, since a server that cannot count or find an MP should not look healthy.
 */
export async function startServer(): Promise<void> {
  if (!env.isDevelopment) redirectConsole()
  try {
    tightenFolder(path.resolve(/* turbopackIgnore: true */ env.VAR_DIR))
    const migrations = await migrate(env.DATABASE_URL)
    const db = await database()
    const seats = await seedDirectory(db)
    const messageRules = await seedMessageRules(db)
    const supporters = await seedSupporters(db)
    const { postcodes, date } = loadPostcodeIndex()
    await startForgettingSalts()
    startDailySync()
    startUpkeep()
    await startWatchingContent()
    startPublishing()
    registerVerbs()
    log.info({ migrations, seats, messageRules, supporters, postcodes, postcodesDate: date }, 'ready')
  } catch (error) {
    if (error instanceof DatabaseIdentityError) log.fatal(error.message) // somebody has to decide
    else log.fatal({ err: error }, 'cannot start')
    process.exit(1)
  }
}
