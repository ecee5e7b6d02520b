import 'server-only'
import type { Directory, DirectoryStore, DirectorySyncPlan, XSource } from '../domain/directory'
import type { PrismaClient } from './client'

const memberFields = {
  id: true,
  name: true,
  party: true,
  email: true,
  xHandle: true,
  xSource: true,
  blueskyHandle: true,
  memberSince: true,
  leftOn: true,
} as const

/** The data door of a sync: reads the whole directory, writes a plan in one transaction. */
export function createDirectoryStore(db: PrismaClient): DirectoryStore {
  return { readDirectory: () => readDirectory(db), applySync: (plan) => applySync(db, plan) }
}

async function readDirectory(db: PrismaClient): Promise<Directory> {
  const [seats, members] = await db.$transaction([
    db.seat.findMany({ select: { code: true, name: true, memberId: true }, orderBy: { code: 'asc' } }),
    db.member.findMany({ select: memberFields, orderBy: { id: 'asc' } }),
  ])
  return { seats, members: members.map((member) => ({ ...member, xSource: parseXSource(member.xSource) })) }
}

async function applySync(db: PrismaClient, plan: DirectorySyncPlan): Promise<void> {
  const { checkedAt, members, seats, people, changes } = plan
  await db.$transaction(
    async (tx) => {
      // First everybody gets up: a person who moves would otherwise hold two seats for a moment,
      // which the unique memberId forbids.
      await tx.seat.updateMany({ where: { code: { in: seats.map(({ code }) => code) } }, data: { memberId: null } })
      for (const { id, ...details } of people) {
        await tx.member.upsert({ where: { id }, create: { id, ...details }, update: details, select: { id: true } })
      }
      for (const { code, memberId } of seats) {
        if (memberId !== null) await tx.seat.update({ where: { code }, data: { memberId }, select: { code: true } })
      }
      const { id: syncId } = await tx.directorySync.create({
        data: { source: 'parliament', checkedAt, members },
        select: { id: true },
      })
      await tx.directoryChange.createMany({ data: changes.map((change) => ({ ...change, syncId })) })
    },
    { timeout: 30_000 },
  )
}

function parseXSource(text: string | null): XSource | null {
  return text === 'parliament' || text === 'mysociety' ? text : null
}
