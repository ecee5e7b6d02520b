import 'server-only'
import { coalesce, type Coalescer } from '../coalesce'
import { type Recorded, type ReportedAction, sortActions } from '../model/action'
import { env } from '../../shared/env'
import { insertIntoPostgres } from './postgres'
import { openSqliteWriter } from './sqlite'
import { database } from '../../shared/database/client'
import { isPostgres } from '../../shared/database-url'

// SQLite writes in this thread, and libuv (1.45 and later) accepts one connection per turn of the event loop. With
// long turns, new visitors wait to be accepted while those already connected carry on.
const maxBatch = { sqlite: 64, postgresql: 512 }

// Kept on globalThis like the connection: one writer a process, however often modules are loaded.
const held: typeof globalThis & { stableFuturesActions?: Coalescer<ReportedAction, Recorded> } = globalThis

/**
 * Keeps one action, unless its key is there already, and in the same commit counts it, or holds it for
 * staff. Resolves after that commit; rejects when nothing of it was kept. Actions that come together share
 * a commit, in which what was opened comes before what was confirmed.
 */
export async function createAction(action: ReportedAction): Promise<Recorded> {
  held.stableFuturesActions ??= openWriter(env.DATABASE_URL)
  return held.stableFuturesActions.write(action)
}

/** Resolves when every action that has come in so far is committed or refused. */
export function flushActions(): Promise<void> {
  return held.stableFuturesActions?.flush() ?? Promise.resolve()
}

function openWriter(url: string): Coalescer<ReportedAction, Recorded> {
  const isOnPostgres = isPostgres(url)
  const insert = isOnPostgres
    ? async (actions: ReportedAction[]) => insertIntoPostgres(await database(), actions)
    : openSqliteWriter(url)
  return coalesce(
    async (actions) => {
      const recorded = await insert(sortActions(actions))
      return actions.map(({ key }) => {
        const answer = recorded.get(key) ?? { outcome: 'counted', isNew: false }
        // Of several with one key in a batch, the first is the new one.
        recorded.set(key, { ...answer, isNew: false })
        return answer
      })
    },
    isOnPostgres ? maxBatch.postgresql : maxBatch.sqlite,
  )
}
