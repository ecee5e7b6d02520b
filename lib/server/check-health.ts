import 'server-only'
import { countQueue } from '../letters/data/desk'
import { findSeatPage } from '../members/data/read-seed'
import { getDirectoryAge } from '../members/data/seats'
import { countMigrations, touchDatabase } from '../shared/database/health'
import { findLostFile } from '../shared/database/open-files'
import { findUpkeep } from '../shared/database/upkeep'
import { log } from '../shared/log'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { getPostcodesAge } from '../postcodes/get-age'
import { getUnknownVisitors } from '../shared/warn-of-unknown-visitors'

type Part = { ok: boolean; [detail: string]: unknown }

/**
 * The state of this instance. `ok` means that visitors can find an MP and be counted; a failed backup, unknown
 * visitor addresses or letters that wait don't change it.
 */
export type Health = {
  ok: boolean
  database: Part
  databaseFile: Part
  damage: Part
  backup: Part
  migrations: Part
  directory: Part
  postcodeIndex: Part
  visitorAddresses: Part
  letters: Part
}

/**
 * Writes to and reads from the database, and checks that its file is still in place, what the last check for damage
 * found, when the last backup was made, how old the directory and the index are, and for how long the oldest confirmed letter
 * has waited to be sent.
 */
export async function checkHealth(now: Date): Promise<Health> {
  const [database, databaseFile, damage, backup, migrations, directory, postcodeIndex, letters] = await Promise.all([
    check('database', async () => {
      await touchDatabase(now)
      return { ok: true }
    }),
    check('databaseFile', async () => {
      const lost = findLostFile()
      if (lost)
        log.error(
          lost,
          'a database file on the disk is no longer the one we have open, so anything written now will be lost when the site stops. If you put another file there on purpose, restart the site. If not, stop it and restore a backup',
        )
      return lost ? { ok: false, ...lost } : { ok: true }
    }),
    check('damage', async () => {
      const state = await findUpkeep('check')
      return { ok: !state?.problem, lookedAt: state?.startedAt ?? null }
    }),
    check('backup', async () => {
      const state = await findUpkeep('backup')
      return { ok: !state?.problem, succeededAt: state?.succeededAt ?? null }
    }),
    check('migrations', async () => {
      const { applied, known } = await countMigrations()
      return { ok: applied === known, applied, known }
    }),
    check('directory', async () => {
      const age = await getDirectoryAge()
      return age
        ? { ok: true, checkedAt: age.checkedAt, source: age.source, ageDays: days(age.checkedAt, now) }
        : { ok: false }
    }),
    check('postcodeIndex', async () => {
      const { date, postcodes, codes } = loadPostcodeIndex()
      const { ageDays, dueAfter } = getPostcodesAge(now)
      // With a code that we don't know, such as one of 2010, no postcode there leads to an MP.
      const unknownCodes = codes.filter((code) => findSeatPage(code) === null).length
      return { ok: unknownCodes === 0, date, postcodes, ageDays, dueAfter, ...(unknownCodes > 0 && { unknownCodes }) }
    }),
    check('letters', async () => {
      const { waiting, oldestConfirmedAt } = await countQueue()
      return { ok: true, waiting, oldestAgeSeconds: oldestConfirmedAt && seconds(oldestConfirmedAt, now) }
    }),
  ])
  const parts = { database, databaseFile, damage, migrations, directory, postcodeIndex }
  const visitorAddresses = { ok: true, ...getUnknownVisitors(now) }
  return { ok: Object.values(parts).every((part) => part.ok), ...parts, backup, visitorAddresses, letters } // the site can serve without the last three
}

// Only the log says why a part fails: an error message may name hosts and files.
async function check(part: string, run: () => Promise<Part>): Promise<Part> {
  try {
    return await run()
  } catch (error) {
    log.error({ err: error, part }, 'health check failed')
    return { ok: false }
  }
}

function seconds(then: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - then.getTime()) / 1000))
}

function days(then: Date, now: Date): number {
  return Math.floor((now.getTime() - then.getTime()) / 86_400_000)
}
