import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Change } from '../../audit/model/actor'
import { supporterKinds, supporterStatuses } from '../model/supporter'
import { fieldNames, type KnownSupporter, type SupporterValues } from '../model/fields'
import { database, type Transaction } from '../../shared/database/client'
import { auditSupporters, readSnapshots } from './audit'
import { batchSize, changeSupporters, insertRows, raiseVersions, toBatches, writeFields } from './batch'
import { selectValues } from './select'
import { isUniqueBreach } from './write'

/**
 * All supporters in wall order, and the directory's names by Parliament id. Read in steps that yield to other
 * requests; versions reveal any change in the meantime. `archived`: the ids of those who are.
 */
export async function readKnownSupporters(): Promise<{
  supporters: KnownSupporter[]
  archived: ReadonlySet<number>
  memberNames: ReadonlyMap<number, string>
  members: { id: number; name: string; seatName: string | null }[]
}> {
  const db = await database()
  const members = await db.member.findMany({ select: { id: true, name: true, seat: { select: { name: true } } } })
  const readFrom = (id: number) =>
    db.supporter.findMany({
      where: { id: { gt: id } },
      select: { id: true, version: true, archivedAt: true, ...selectValues },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
  const rows: Awaited<ReturnType<typeof readFrom>> = []
  for (let step = await readFrom(0); step.length > 0; step = await readFrom(rows.at(-1)?.id ?? 0)) {
    rows.push(...step)
    await setImmediate()
  }
  rows.sort((a, b) => a.position - b.position || a.id - b.id)
  const supporters = rows.flatMap(({ archivedAt: _archivedAt, ...row }) => {
    const kind = supporterKinds.find((each) => each === row.kind)
    const status = supporterStatuses.find((each) => each === row.status)
    return kind && status ? [{ ...row, kind, status }] : []
  })
  return {
    supporters,
    archived: new Set(rows.flatMap(({ id, archivedAt }) => (archivedAt ? id : []))),
    memberNames: new Map(members.map(({ id, name }) => [id, name])),
    members: members.map(({ id, name, seat }) => ({ id, name, seatName: seat?.name ?? null })),
  }
}

class Outdated extends Error {}

/**
 * Updates supporters at these versions and adds new ones, all or nothing. Nothing is written when a version is
 * out of date, a Parliament id is taken, or there are rows to add and someone has added a supporter after
 * `newestId`, who could have the same position or name.
 * @param onProgress told after each step how many of the rows are done; none is committed until this returns
 * @returns whether it was written
 */
export async function applyChanges(
  {
    changed,
    added,
    newestId,
  }: { changed: readonly KnownSupporter[]; added: readonly SupporterValues[]; newestId: number },
  change: Change,
  onProgress: (done: number, all: number) => void,
): Promise<boolean> {
  const { now } = change
  let done = 0
  const advance = async (count: number) => {
    onProgress((done += count), changed.length + added.length)
    await setImmediate() // SQLite statements alone never yield to other requests, nor to this one's progress
  }
  try {
    await changeSupporters(async (tx) => {
      if (added.length > 0 && (await tx.supporter.count({ where: { id: { gt: newestId } } })) > 0) throw new Outdated()
      const ids = changed.map(({ id }) => id)
      const before = await readSnapshots(tx, ids)
      for (const batch of toBatches(changed)) {
        await holdVersions(tx, batch, now)
        await setImmediate()
      }
      for (const batch of toBatches(changed)) {
        await writeFields(tx, fieldNames, batch)
        await advance(batch.length)
      }
      for (const batch of toBatches(added)) {
        ids.push(...(await insertRows(tx, batch, now)))
        await advance(batch.length)
      }
      await auditSupporters(tx, { ids, before, action: 'supporter.imported', ...change })
    })
    return true
  } catch (error) {
    if (error instanceof Outdated || isUniqueBreach(error)) return false
    throw error
  }
}

async function holdVersions(tx: Transaction, batch: readonly KnownSupporter[], now: Date): Promise<void> {
  const ids = batch.map(({ id }) => id)
  await raiseVersions(tx, ids, now)
  const rows = await tx.supporter.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } })
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  if (batch.some(({ id, version }) => versions.get(id) !== version + 1)) throw new Outdated()
  // Cleared first: two supporters swapping ids would briefly share one.
  await tx.supporter.updateMany({ where: { id: { in: ids } }, data: { memberId: null } })
}
