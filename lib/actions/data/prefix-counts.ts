import 'server-only'
import { database } from '../../shared/database/client'

/**
 * Throws away what was counted by connection on earlier days. One constituency at a time, since visitors'
 * counts wait for each deletion.
 * @param day YYYY-MM-DD
 */
export async function deletePrefixCountsBefore(day: string): Promise<void> {
  const db = await database()
  const earlier = { day: { lt: day } }
  const seats = await db.prefixCount.groupBy({ by: ['seatCode'], where: earlier })
  for (const { seatCode } of seats) await db.prefixCount.deleteMany({ where: { ...earlier, seatCode } })
}
