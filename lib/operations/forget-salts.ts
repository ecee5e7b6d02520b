import 'server-only'
import { deleteSaltsBefore } from '../data/day-salt'
import { deletePrefixCountsBefore } from '../data/prefix-counts'
import { toUkDay } from '../domain/day'
import { saltDeletedWithinHours } from '../domain/privacy'
import { log } from '../log'
import { forgetDayKeysBefore } from './day-key'

const everyMs = saltDeletedWithinHours * 3_600_000

/**
 * Throws away yesterday's salt, and what was counted by connection, soon after midnight, also when nobody comes without JavaScript: the
 * first to come does it otherwise.
 */
export async function startForgettingSalts(): Promise<void> {
  const forget = async () => {
    const today = toUkDay(new Date())
    forgetDayKeysBefore(today)
    await deleteSaltsBefore(today)
    await deletePrefixCountsBefore(today)
  }
  await forget()
  setInterval(() => void forget().catch((error: unknown) => log.error({ err: error }, 'salt not deleted')), everyMs).unref()
}
