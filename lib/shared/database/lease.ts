import 'server-only'
import { database } from './client'
import { lockRows } from './lock'

/** Work that only one process may do at a time, for longer than a transaction can last. */
export type LeaseName = 'sync'

const free = new Date(0)
const renewMs = 15_000
const maxSilenceMs = 60_000

/**
 * Runs a function while holding a lease, which is renewed until it finishes. If the process dies, the lease
 * expires after a minute.
 * @returns null when the lease is already held, by this or another process
 */
export async function withLease<Answer>(name: LeaseName, run: () => Promise<Answer>): Promise<Answer | null> {
  if (!(await take(name, new Date()))) return null
  const timer = setInterval(() => void renew(name, new Date()).catch(() => undefined), renewMs)
  timer.unref()
  try {
    return await run()
  } finally {
    clearInterval(timer)
    await renew(name, free)
  }
}

/** Whether a lease is held. */
export async function isLeased(name: LeaseName, now: Date): Promise<boolean> {
  const db = await database()
  return (await db.lock.count({ where: { id: lockRows[name], at: { gt: expiry(now) } } })) > 0
}

const expiry = (now: Date) => new Date(now.getTime() - maxSilenceMs)

async function take(name: LeaseName, now: Date): Promise<boolean> {
  const db = await database()
  const id = lockRows[name]
  await db.$executeRaw`INSERT INTO "Heartbeat" ("id", "at") VALUES (${id}, ${free}) ON CONFLICT DO NOTHING`
  const { count } = await db.lock.updateMany({ where: { id, at: { lte: expiry(now) } }, data: { at: now } })
  return count === 1
}

async function renew(name: LeaseName, at: Date): Promise<void> {
  const db = await database()
  await db.lock.updateMany({ where: { id: lockRows[name], at: { gt: free } }, data: { at } }) // a late renewal doesn't undo the end
}
