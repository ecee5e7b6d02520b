import 'server-only'
import type { PrismaClient } from '../../shared/database/client'
import { directorySeed } from './read-seed'
import { lock } from '../../shared/database/lock'

/**
 * Seeds an empty directory in one transaction. Leaves a directory that already has seats alone.
 * @returns the number of seats written: 650 or 0
 */
export async function seedDirectory(db: PrismaClient): Promise<number> {
  const { date, seats } = directorySeed()
  return db.$transaction(
    async (tx) => {
      await lock(tx, 'directory')
      if ((await tx.seat.count()) > 0) return 0
      const members = seats.flatMap(({ member }) => (member ? [member] : []))
      await tx.member.createMany({ data: members })
      await tx.seat.createMany({
        data: seats.map(({ member, neighbours, ...seat }) => ({
          ...seat,
          neighbours: neighbours.join(' '),
          memberId: member?.id ?? null,
        })),
      })
      await tx.directorySync.create({
        data: { source: 'seed', checkedAt: new Date(`${date}T00:00:00Z`), members: members.length },
      })
      return seats.length
    },
    { timeout: 30_000 },
  )
}
