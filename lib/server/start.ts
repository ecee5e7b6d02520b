import 'server-only'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DatabaseIdentityError } from '../shared/database/identity'
import { MigrationError } from '../shared/database/migrate'
import { tightenFolder } from '../shared/database/private-files'
import { env } from '../shared/env'
import { redirectConsole } from '../shared/framework-log'
import { log, startLogSummaries } from '../shared/log'
import { listLaunchSteps } from '../desk/list-launch-steps'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { warmNameIndex } from '../members/get-name-index'
import { startDailySync } from '../members/sync-daily'
import { startForgettingSalts } from '../actions/forget-salts'
import { startErasingLetters } from '../letters/erase'
import { startSendingLetters } from '../letters/outbox'
import { startPublishing } from '../actions/get-publication'
import { prepareDatabase } from './prepare-database'
import { startSharingLimits } from '../shared/share-limits'
import { startWarningOfUnknownVisitors } from '../shared/warn-of-unknown-visitors'
import { startUpkeep } from './upkeep'
import { registerVerbs } from './verbs'
import { startWatchingContent } from './watch-content'

const retryMs = { first: 500, max: 15_000 }

/**
 * Gets this process ready to serve: opens the index, and migrates and seeds the database. While the database is
 * unavailable (down, locked, full, or on a read-only disk) it serves the pages that don't need it, and retries.
 * Invalid settings, an unknown or edited migration, or a different database from before end the process, because
 * a person has to decide.
 * @param waitMs resolves after this long even if the start is still going on: pages needn't wait for a slow migration
 */
export async function startServer(waitMs?: number): Promise<void> {
  if (!env.isDevelopment) redirectConsole()
  startLogSummaries()
  const starting = start().catch(endWith)
  await (waitMs === undefined ? starting : Promise.race([starting, setTimeout(waitMs, undefined, { ref: false })]))
}

async function start(): Promise<void> {
  const { postcodes, date } = loadPostcodeIndex()
  const filled = await prepareUntilDone()
  warmNameIndex()
  startForgettingSalts()
  startWatchingContent()
  startDailySync()
  startUpkeep()
  startSendingLetters()
  startErasingLetters()
  startPublishing()
  startSharingLimits()
  startWarningOfUnknownVisitors()
  registerVerbs()
  log.info({ ...filled, postcodes, postcodesDate: date }, 'ready')
  void sayWhatIsMissing()
}

/** Says in the log what the launch checklist still lacks. Nothing waits for it: it tries every message. */
async function sayWhatIsMissing(): Promise<void> {
  try {
    const missing = (await listLaunchSteps(new Date())).filter(({ isDone }) => !isDone)
    if (missing.length === 0) return
    log.warn(`not ready to launch: ${missing.length} ${missing.length === 1 ? 'thing is' : 'things are'} missing`)
    log.warn(missing.map(({ title }) => title).join('; '))
    log.warn('admins see how each of them stands at /staff/launch')
  } catch (error) {
    log.warn({ err: error }, 'could not find out what is missing before a launch')
  }
}

async function prepareUntilDone() {
  for (let pauseMs = retryMs.first; ; pauseMs = Math.min(pauseMs * 2, retryMs.max)) {
    try {
      tightenFolder(path.resolve(/* turbopackIgnore: true */ env.VAR_DIR))
      return await prepareDatabase()
    } catch (error) {
      if (error instanceof MigrationError || error instanceof DatabaseIdentityError) throw error
      log.error({ err: error }, 'cannot use the database; serving pages without it, and retrying')
    }
    await setTimeout(pauseMs, undefined, { ref: false })
  }
}

function endWith(error: unknown): never {
  if (error instanceof DatabaseIdentityError) log.fatal(error.message)
  else log.fatal({ err: error }, 'cannot start')
  process.exit(1)
}
