import 'server-only'
import {
  countChanges,
  type Directory,
  type DirectoryStore,
  type DirectorySyncPlan,
  type XSource,
} from '../model/directory'
import type { Actor } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import type { PrismaClient } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'

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

/**
 * Database access for a sync: reads the whole directory and writes a plan in one transaction.
 * @param actor who asked for the sync; null for the command line and the daily sync
 */
export function createDirectoryStore(db: PrismaClient, actor: Actor = null): DirectoryStore {
  return { readDirectory: () => readDirectory(db), applySync: (plan) => applySync(db, plan, actor) }
}

async function readDirectory(db: PrismaClient): Promise<Directory & { lastSync: number }> {
  const lastSync = await getLastSync(db) // read first, so that a sync written in the meantime counts as newer
  const [seats, members] = await db.$transaction([
    db.seat.findMany({ select: { code: true, name: true, memberId: true }, orderBy: { code: 'asc' } }),
    db.member.findMany({ select: memberFields, orderBy: { id: 'asc' } }),
  ])
  return { lastSync, seats, members: members.map((member) => ({ ...member, xSource: parseXSource(member.xSource) })) }
}

async function getLastSync(db: Pick<PrismaClient, 'directorySync'>): Promise<number> {
  return (await db.directorySync.aggregate({ _max: { id: true } }))._max.id ?? 0
}

async function applySync(db: PrismaClient, plan: DirectorySyncPlan, actor: Actor): Promise<boolean> {
  const { after, checkedAt, members, seats, people, changes } = plan
  return db.$transaction(
    async (tx) => {
      await lock(tx, 'directory')
      if ((await getLastSync(tx)) !== after) return false
      // Clear these seats first: a Member who moves would briefly hold two, which the unique memberId forbids.
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
      if (changes.length > 0) {
        await recordAudit(tx, {
          actor,
          action: 'directory.synced',
          entity: 'directory',
          entityId: `sync ${syncId}`,
          before: null,
          after: countChanges(changes),
          now: checkedAt,
        })
      }
      return true
    },
    { timeout: 30_000 },
  )
}

function parseXSource(text: string | null): XSource | null {
  return text === 'parliament' || text === 'mysociety' ? text : null
}
