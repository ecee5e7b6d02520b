import 'server-only'
import { coalesce, type Coalescer } from '../coalesce'
import { type Recorded, type ReportedAction, sortActions } from '../model/action'
import { env } from '../../shared/env'
import { insertIntoPostgres } from './postgres'
import { openSqliteWriter } from './sqlite'
import { database } from '../../shared/database/client'
import { byProvider } from '../../shared/database/dialect'

// SQLite writes on this thread, and libuv (since 1.45) accepts one connection per tick of the event loop. Large
// batches would keep new visitors waiting while connected ones carry on.
const maxBatch = { sqlite: 64, postgresql: 512 }

// On globalThis, like the connection: one writer per process, even if the module is loaded more than once.
const globals: typeof globalThis & { stableFuturesActions?: Coalescer<ReportedAction, Recorded> } = globalThis

/**
 * Writes an action, unless its key exists already, and in the same commit counts it or holds it for staff. Resolves
 * after the commit; rejects when nothing was written. Concurrent actions share a commit, which processes openings
 * before confirmations.
 */
export async function createAction(action: ReportedAction): Promise<Recorded> {
  globals.stableFuturesActions ??= openWriter(env.DATABASE_URL)
  return globals.stableFuturesActions.write(action)
}

/** Resolves when every action received so far is committed or refused. */
export function flushActions(): Promise<void> {
  return globals.stableFuturesActions?.flush() ?? Promise.resolve()
}

function openWriter(url: string): Coalescer<ReportedAction, Recorded> {
  const { insert, max } = byProvider(url, {
    sqlite: (file) => ({ insert: openSqliteWriter(file), max: maxBatch.sqlite }),
    postgresql: () => ({
      insert: async (actions: ReportedAction[]) => insertIntoPostgres(await database(), actions),
      max: maxBatch.postgresql,
    }),
  })
  return coalesce(async (actions) => {
    const recorded = await insert(sortActions(actions))
    return actions.map(({ key }) => {
      const answer = recorded.get(key) ?? { outcome: 'counted', isNew: false }
      // When a batch has a key more than once, only the first is new.
      recorded.set(key, { ...answer, isNew: false })
      return answer
    })
  }, max)
}
