import 'server-only'
import { database } from '../../shared/database/client'
import { heartbeats, takeTurn } from '../../shared/database/lock'

const row = heartbeats.sync // its time is the last sign of life
const none = new Date(0)
const signMs = 15_000
const mostSilenceMs = 60_000

/**
 * Does something unless another process, or this one, is already at it. A process that ends in the
 * middle loses its turn after a minute without a sign of life.
 * @returns null when somebody is at it
 */
export async function takeSyncTurn<Answer>(run: () => Promise<Answer>): Promise<Answer | null> {
  if (!(await take())) return null
  const timer = setInterval(() => void sign(new Date()).catch(() => undefined), signMs)
  timer.unref()
  try {
    return await run()
  } finally {
    clearInterval(timer)
    await sign(none)
  }
}

/** Whether somebody is at it. */
export async function isSyncTurnTaken(now: Date): Promise<boolean> {
  const db = await database()
  return isAlive(await db.heartbeat.findUnique({ where: { id: row }, select: { at: true } }), now)
}

function isAlive(last: { at: Date } | null, now: Date): boolean {
  return last !== null && now.getTime() - last.at.getTime() < mostSilenceMs
}

async function take(): Promise<boolean> {
  const db = await database()
  const now = new Date()
  return db.$transaction(async (tx) => {
    await takeTurn(tx, 'directory')
    if (isAlive(await tx.heartbeat.findUnique({ where: { id: row }, select: { at: true } }), now)) return false
    await tx.heartbeat.upsert({ where: { id: row }, create: { id: row, at: now }, update: { at: now } })
    return true
  })
}

async function sign(at: Date): Promise<void> {
  const db = await database()
  await db.heartbeat.updateMany({ where: { id: row, at: { gt: none } }, data: { at } }) // one that comes late does not undo the end
}
