import 'server-only'
import { database } from '../../shared/database/client'

/**
 * Deletes the counts by connection of earlier days. It works one constituency at a time because visitors' counts wait
 * for each deletion.
 * @param day YYYY-MM-DD
 */
export async function deletePrefixCountsBefore(day: string): Promise<void> {
  const db = await database()
  const earlier = { day: { lt: day } }
  const seats = await db.prefixCount.groupBy({ by: ['seatCode'], where: earlier })
  for (const { seatCode } of seats) await db.prefixCount.deleteMany({ where: { ...earlier, seatCode } })
}
