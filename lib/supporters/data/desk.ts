import 'server-only'
import { planMove } from '../model/move'
import { isMarkedVacant } from '../../members/model/correction'
import type { Change } from '../../audit/model/actor'
import type { SupporterStatus } from '../model/supporter'
import type { ListedSupporter } from '../model/list'
import { database } from '../../shared/database/client'
import { currentCorrections } from '../../members/data/seats'
import { auditSupporters, readSnapshots } from './audit'
import { notArchived } from './archive'
import { changeSupporters, raiseVersions, toBatches, writeFields } from './batch'

const onWall = [{ position: 'asc' }, { id: 'asc' }] as const

/** All supporters, whatever their status, in wall order, archived ones too. */
export async function listAllSupporters(): Promise<ListedSupporter[]> {
  const db = await database()
  const [rows, members] = await db.$transaction([
    db.supporter.findMany({
      select: {
        id: true,
        version: true,
        kind: true,
        name: true,
        memberId: true,
        isFormer: true,
        constituency: true,
        position: true,
        status: true,
        joinedOn: true,
        updatedAt: true,
        logoHash: true,
        archivedAt: true,
      },
      orderBy: [...onWall],
    }),
    db.member.findMany({ select: { id: true, party: true, seat: { select: { name: true, nation: true } } } }),
  ])
  const known = new Map(members.map(({ id, ...rest }) => [id, rest]))
  return rows.map((row) => {
    const member = row.kind === 'mp' && row.memberId !== null ? known.get(row.memberId) : undefined
    return {
      ...row,
      party: member?.party ?? null,
      seatName: member?.seat?.name ?? null,
      nation: member?.seat?.nation ?? null,
    }
  })
}

/** A supporter with all editable fields, without the logo's bytes. Null when there is none. */
export async function getSupporter(id: number) {
  const db = await database()
  return db.supporter.findUnique({ where: { id }, omit: { logoBytes: true, answeredChanges: true } })
}

/** A Member's current details in the directory; null when it doesn't have them, as with peers. */
export async function getMemberNow(memberId: number) {
  const db = await database()
  const member = await db.member.findUnique({
    where: { id: memberId },
    select: {
      name: true,
      party: true,
      seat: { select: { slug: true, name: true, nation: true, corrections: currentCorrections(new Date()) } },
    },
  })
  if (!member) return null
  const { seat, ...rest } = member
  return {
    ...rest,
    seat:
      seat && !isMarkedVacant(memberId, seat.corrections)
        ? { slug: seat.slug, name: seat.name, nation: seat.nation }
        : null,
  }
}

/**
 * Sets supporters' status, skipping those that already have it.
 * @returns the ids that changed
 */
export async function writeStatus(ids: readonly number[], status: SupporterStatus, change: Change): Promise<number[]> {
  const { now } = change
  return changeSupporters(async (tx) => {
    const before = await readSnapshots(tx, ids)
    const changed: number[] = []
    for (const batch of toBatches(ids)) {
      const where = { id: { in: batch }, status: { not: status }, ...notArchived }
      const found = (await tx.supporter.findMany({ where, select: { id: true } })).map(({ id }) => id)
      await raiseVersions(tx, found, now)
      await tx.supporter.updateMany({ where: { id: { in: found } }, data: { status } })
      changed.push(...found)
    }
    await auditSupporters(tx, { ids: changed, before, action: statusActions[status], ...change })
    return changed
  })
}

const statusActions = {
  draft: 'supporter.drafted',
  published: 'supporter.published',
  hidden: 'supporter.hidden',
} as const satisfies Record<SupporterStatus, string>

/**
 * Moves a supporter to an index of the list of their kind, once it holds the lock.
 * @returns false when there is no such supporter
 */
export async function writeMove(id: number, toIndex: number, change: Change): Promise<boolean> {
  const { now } = change
  return changeSupporters(async (tx) => {
    const moved = await tx.supporter.findFirst({ where: { id, ...notArchived }, select: { kind: true } })
    if (!moved) return false
    const list = await tx.supporter.findMany({
      where: { kind: moved.kind, ...notArchived },
      select: { id: true, position: true },
      orderBy: [...onWall],
    })
    const placed = planMove(list, id, toIndex)
    const ids = placed.map((each) => each.id)
    const before = await readSnapshots(tx, ids)
    for (const batch of toBatches(placed)) {
      await raiseVersions(
        tx,
        batch.map((each) => each.id),
        now,
      )
      await writeFields(tx, ['position'], batch)
    }
    // Making room can renumber others without changing their order.
    await auditSupporters(tx, {
      ids,
      before,
      action: (each) => (each === id ? 'supporter.moved' : 'supporter.renumbered'),
      ...change,
    })
    return true
  })
}
