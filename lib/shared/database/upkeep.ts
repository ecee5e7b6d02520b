import 'server-only'
import { database } from './client'

/**
 * What is done regularly: checking the database for damage, backups, and syncs of the list of MPs. And what the launch
 * checklist asks about: a backup restored into this database, and a test mail. And `letters`: erasing what has served its
 * time; `archive`: deleting for good what was archived long ago.
 */
export type UpkeepTask = 'check' | 'backup' | 'sync' | 'restore' | 'mail' | 'letters' | 'archive'

/**
 * The state of a task. `problem` is from the latest attempt; `succeededAt` and `detail` are from the latest
 * success.
 */
export type UpkeepState = { startedAt: Date; succeededAt: Date | null; detail: string; problem: string | null }

const never = new Date(0)
// When to retry a task that failed, or whose process died.
const retryMs = 3_600_000

/** A task's latest state; null when it has never been attempted. */
export async function findUpkeep(task: UpkeepTask): Promise<UpkeepState | null> {
  const db = await database()
  const select = { startedAt: true, succeededAt: true, detail: true, problem: true } as const
  const row = await db.upkeep.findUnique({ where: { task }, select })
  return row && row.startedAt > never ? row : null
}

/**
 * Claims a task if it is due: only one process on the database gets true.
 * @param everyMs time from the last success until the next is due; after a failure it is an hour
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

/** Records a task's result: a description of what was done, or the problem. */
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
