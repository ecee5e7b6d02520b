import 'server-only'
import { database } from './client'

/** What is done for the database itself: looking for damage, and backing it up. */
export type UpkeepTask = 'check' | 'backup'

/** How a task went. `problem` is of the last try; `succeededAt` and `detail` are of the last that went well. */
export type UpkeepState = { startedAt: Date; succeededAt: Date | null; detail: string; problem: string | null }

const never = new Date(0)
// What failed, or ended with its process, is tried again so much later.
const retryMs = 3_600_000

/** How a task last went; null when it was never tried. */
export async function findUpkeep(task: UpkeepTask): Promise<UpkeepState | null> {
  const db = await database()
  const select = { startedAt: true, succeededAt: true, detail: true, problem: true } as const
  const row = await db.upkeep.findUnique({ where: { task }, select })
  return row && row.startedAt > never ? row : null
}

/**
 * Takes a task upon this process if it is due: of all processes of the database one gets true.
 * @param everyMs how long after the last success the next is due; after a failure it is an hour
 */
export async function claimUpkeep(task: UpkeepTask, everyMs: number, now: Date): Promise<boolean> {
  const db = await database()
  await db.$executeRaw`INSERT INTO "Upkeep" ("task", "startedAt", "detail") VALUES (${task}, ${never}, '') ON CONFLICT DO NOTHING`
  const before = (ms: number) => new Date(now.getTime() - ms)
  const due = { OR: [{ succeededAt: null }, { succeededAt: { lte: before(everyMs) } }] }
  const { count } = await db.upkeep.updateMany({
    where: { task, startedAt: { lte: before(retryMs) }, ...due },
    data: { startedAt: now },
  })
  return count === 1
}

/** Keeps how a task went: what was done, in words, or what was wrong. */
export async function recordUpkeep(
  task: UpkeepTask,
  outcome: { detail: string } | { problem: string },
  now: Date,
): Promise<void> {
  const db = await database()
  const data =
    'problem' in outcome ? { problem: outcome.problem } : { succeededAt: now, detail: outcome.detail, problem: null }
  await db.upkeep.upsert({ where: { task }, create: { task, startedAt: now, detail: '', ...data }, update: data })
}
