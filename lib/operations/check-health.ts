import 'server-only'
import { getDirectoryAge } from '../data/directory'
import { countMigrations, touchDatabase } from '../data/health'
import { log } from '../log'
import { loadPostcodeIndex } from '../postcode-index/load'

type Part = { ok: boolean; [detail: string]: unknown }

/** The state of this instance: `ok` means that visitors can find an MP and be counted. */
export type Health = { ok: boolean; database: Part; migrations: Part; directory: Part; postcodeIndex: Part }

/** Writes to and reads from the database, and looks at the ages of the directory and the index. */
export async function checkHealth(now: Date): Promise<Health> {
  const [database, migrations, directory, postcodeIndex] = await Promise.all([
    check('database', async () => {
      await touchDatabase(now)
      return { ok: true }
    }),
    check('migrations', async () => {
      const { applied, known } = await countMigrations()
      return { ok: applied === known, applied, known }
    }),
    check('directory', async () => {
      const age = await getDirectoryAge()
      return age ? { ok: true, checkedAt: age.checkedAt, source: age.source, ageDays: days(age.checkedAt, now) } : { ok: false }
    }),
    check('postcodeIndex', async () => {
      const { date, postcodes } = loadPostcodeIndex()
      return { ok: true, date, postcodes, ageDays: days(new Date(date), now) }
    }),
  ])
  const ok = [database, migrations, directory, postcodeIndex].every((part) => part.ok)
  return { ok, database, migrations, directory, postcodeIndex }
}

// Why a part fails is for the log: an error's text may name hosts and files.
async function check(part: string, run: () => Promise<Part>): Promise<Part> {
  try {
    return await run()
  } catch (error) {
    log.error({ err: error, part }, 'health check failed')
    return { ok: false }
  }
}

function days(then: Date, now: Date): number {
  return Math.floor((now.getTime() - then.getTime()) / 86_400_000)
}
