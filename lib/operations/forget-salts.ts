import 'server-only'
import { deleteSaltsBefore } from '../data/day-salt'
import { toUkDay } from '../domain/day'
import { saltDeletedWithinHours } from '../domain/privacy'
import { log } from '../log'

const everyMs = saltDeletedWithinHours * 3_600_000

/**
 * Throws away yesterday's salt soon after midnight, also when nobody comes without JavaScript: the
 * first to come does it otherwise.
 */
export async function startForgettingSalts(): Promise<void> {
  const forget = () => deleteSaltsBefore(toUkDay(new Date()))
  await forget()
  setInterval(() => void forget().catch((error: unknown) => log.error({ err: error }, 'salt not deleted')), everyMs).unref()
}
