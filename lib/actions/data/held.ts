import 'server-only'
import { type Burst, composeBurstId, type HeldBurst } from '../model/burst'
import { channels } from '../model/channel'
import { toUkDay } from '../../shared/model/uk-time'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'

/** The states of a held action: waiting for staff, counted, or rejected. */
export type HeldState = 'held' | 'released' | 'discarded'

const waiting = { state: 'held' satisfies HeldState }

/** The number of opened messages waiting for staff. */
export async function countHeld(): Promise<number> {
  const db = await database()
  return db.heldAction.count({ where: { ...waiting, kind: 'opened' } })
}

/** The largest bursts waiting for staff, up to `limit`; `only` narrows it to one burst. */
export async function listBursts(limit: number, only: Partial<Burst> = {}): Promise<HeldBurst[]> {
  const db = await database()
  const groups = await db.heldAction.groupBy({
    by: ['day', 'seatCode', 'channel', 'prefix'],
    where: { ...waiting, ...only },
    _count: { _all: true },
    _min: { hour: true },
    _max: { hour: true },
    take: limit,
    orderBy: [{ _count: { key: 'desc' } }, { day: 'desc' }, { seatCode: 'asc' }, { channel: 'asc' }, { prefix: 'asc' }],
  })
  return Promise.all(
    groups.map(async ({ channel: given, _min, _max, _count, ...group }) => {
      const parts = await db.heldAction.groupBy({
        by: ['kind', 'source'],
        where: { ...waiting, ...group, channel: given },
        _count: { _all: true },
      })
      const confirmed = parts.reduce((sum, { kind, _count }) => sum + (kind === 'confirmed' ? _count._all : 0), 0)
      const sources = [...new Set(parts.map(({ source }) => source))].sort()
      const channel = channels.find((each) => each === given) ?? 'copy'
      return {
        ...group,
        channel,
        opened: _count._all - confirmed,
        confirmed,
        sources,
        firstHour: _min.hour ?? 0,
        lastHour: _max.hour ?? 0,
      }
    }),
  )
}

/**
 * Moves all of a burst's actions from one state to another and writes an audit entry, in one transaction. Released
 * actions are counted on their own day; moving them out of `released` removes them from the counts.
 * @returns the number of actions moved; 0 when none is still in the `from` state
 */
export async function moveBurst(
  burst: Burst,
  { from, to, action }: { from: HeldState; to: HeldState; action: string },
  { actor, now, undoing }: Change,
): Promise<number> {
  const db = await database()
  return db.$transaction(
    async (tx) => {
      // Blocks visitors' counts meanwhile, or one could be counted twice. On SQLite every transaction does (BEGIN IMMEDIATE).
      await dialectOf().lockTables(tx, ['Action', 'HeldAction', 'Journal', 'Total', 'SourceTotal', 'MessageTotal'])
      if (to === 'released') await count(tx, burst, from)
      if (from === 'released') await uncount(tx, burst)
      const { count: moved } = await tx.heldAction.updateMany({
        where: { ...burst, state: from },
        data: { state: to, decidedOn: to === 'held' ? null : toUkDay(now) },
      })
      if (moved === 0) return 0
      const messages = await tx.heldAction.count({ where: { ...burst, state: to, kind: 'opened' } })
      await recordAudit(tx, {
        actor,
        action,
        entity: 'held',
        entityId: composeBurstId(burst),
        before: { state: from },
        after: { state: to, messages },
        now,
        undoing,
      })
      return moved
    },
    { maxWait: 30_000, timeout: 120_000 },
  )
}

/**
 * Deletes the held actions that staff decided before a day; what was released stays in the counts. It works one
 * constituency at a time because visitors' counts wait for each deletion.
 * @param day YYYY-MM-DD
 */
export async function deleteDecidedBefore(day: string): Promise<void> {
  const db = await database()
  const earlier = { lt: day }
  const where = {
    state: { in: ['released', 'discarded'] satisfies HeldState[] },
    OR: [{ decidedOn: earlier }, { decidedOn: null, day: earlier }],
  }
  const seats = await db.heldAction.groupBy({ by: ['seatCode'], where })
  for (const { seatCode } of seats) await db.heldAction.deleteMany({ where: { ...where, seatCode } })
}

const columns = '"key", "seatCode", "channel", "kind", "source", "day", "isPersonal", "ruleId"'
const wording = `CASE WHEN "isPersonal" THEN 'own' WHEN NOT "isPersonal" THEN 'ours' ELSE '' END`
const counts = [
  { table: 'Journal', columns: '"seatCode", "channel", "kind", "day"', values: '"seatCode", "channel", "kind", "day"' },
  { table: 'Total', columns: '"seatCode", "channel", "kind"', values: '"seatCode", "channel", "kind"' },
  {
    table: 'SourceTotal',
    columns: '"source", "kind", "channel", "day", "wording"',
    values: `coalesce("source", ''), "kind", "channel", "day", ${wording}`,
  },
  {
    table: 'MessageTotal',
    columns: '"day", "ruleId", "kind", "channel"',
    values: '"day", "ruleId", "kind", "channel"',
    only: '"ruleId" IS NOT NULL',
  },
]

const isOfBurst = ['day', 'seatCode', 'channel', 'prefix', 'state']
  .map((column, at) => `"${column}" = ${dialectOf().parameter(at + 1)}`)
  .join(' AND ')
const valuesOf = ({ day, seatCode, channel, prefix }: Burst, state: HeldState) => [
  day,
  seatCode,
  channel,
  prefix,
  state,
]

/** Adds rows to the counts, or subtracts them. */
async function add(tx: Transaction, sign: 1 | -1, burst: Burst, state: HeldState, isThere: string) {
  for (const { table, columns, values, only = 'true' } of counts) {
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}, "count") SELECT ${values}, ${sign} * count(*) FROM "HeldAction" WHERE ${isOfBurst} AND ${isThere} AND ${only}
       GROUP BY ${columns
         .split(', ')
         .map((_, at) => at + 1)
         .join(', ')} ON CONFLICT (${columns}) DO UPDATE SET "count" = "${table}"."count" + excluded."count"`,
      ...valuesOf(burst, state),
    )
  }
}

async function count(tx: Transaction, burst: Burst, from: HeldState) {
  // When two processes received the same action at once, one may have counted it already.
  const isFresh = 'NOT EXISTS (SELECT 1 FROM "Action" WHERE "Action"."key" = "HeldAction"."key")'
  await add(tx, 1, burst, from, isFresh)
  await tx.$executeRawUnsafe(
    `INSERT INTO "Action" (${columns}) SELECT ${columns} FROM "HeldAction" WHERE ${isOfBurst} AND ${isFresh} ORDER BY "key"`,
    ...valuesOf(burst, from),
  )
}

async function uncount(tx: Transaction, burst: Burst) {
  await add(tx, -1, burst, 'released', 'EXISTS (SELECT 1 FROM "Action" WHERE "Action"."key" = "HeldAction"."key")')
  await tx.$executeRawUnsafe(
    `DELETE FROM "Action" WHERE "key" IN (SELECT "key" FROM "HeldAction" WHERE ${isOfBurst})`,
    ...valuesOf(burst, 'released'),
  )
  const { day, seatCode, channel } = burst
  await tx.journal.deleteMany({ where: { day, seatCode, channel, count: 0 } })
  await tx.total.deleteMany({ where: { seatCode, channel, count: 0 } })
  await tx.sourceTotal.deleteMany({ where: { day, channel, count: 0 } })
  await tx.messageTotal.deleteMany({ where: { day, channel, count: 0 } })
}

/** A constituency where far more messages were opened on a day than usual. */
export type BusySeat = { seatCode: string; opened: number; usual: number }

/**
 * The constituencies where at least `minOpened` messages were opened on a day, and at least five times the daily average
 * of the previous four weeks; the busiest 20 at most.
 */
export async function listBusySeats(day: string, from: string, minOpened: number): Promise<BusySeat[]> {
  const db = await database()
  const days = 28
  const today = await db.journal.groupBy({
    by: ['seatCode'],
    where: { day, kind: 'opened' },
    _sum: { count: true },
    having: { count: { _sum: { gte: minOpened } } },
  })
  const before = await db.journal.groupBy({
    by: ['seatCode'],
    where: { day: { gte: from, lt: day }, kind: 'opened', seatCode: { in: today.map(({ seatCode }) => seatCode) } },
    _sum: { count: true },
  })
  const usualOf = new Map(before.map(({ seatCode, _sum }) => [seatCode, (_sum.count ?? 0) / days]))
  return today
    .map(({ seatCode, _sum }) => ({ seatCode, opened: _sum.count ?? 0, usual: usualOf.get(seatCode) ?? 0 }))
    .filter(({ opened, usual }) => opened >= 5 * usual)
    .sort((a, b) => b.opened - a.opened)
    .slice(0, 20)
}

/** The number of messages opened on a day by visitors whose address is unknown. */
export async function countUnknown(day: string, unknown: string): Promise<number> {
  const db = await database()
  const { _sum } = await db.prefixCount.aggregate({ where: { day, prefix: unknown }, _sum: { count: true } })
  return _sum.count ?? 0
}
