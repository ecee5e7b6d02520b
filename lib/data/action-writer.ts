import 'server-only'
import { coalesce, type Coalescer } from '../coalesce'
import { type Action, sortActions } from '../domain/action'
import { env } from '../env'
import { insertIntoPostgres } from './actions-postgres'
import { openSqliteWriter } from './actions-sqlite'
import { database } from './client'
import { isPostgres } from './url'

/** `isNew` is false when this action had been counted before. */
export type ActionAnswer = { isNew: boolean }

const batchLimit = 512

// Kept on globalThis like the connection: one writer a process, however often modules are loaded.
const held: typeof globalThis & { stableFuturesActions?: Coalescer<Action, ActionAnswer> } = globalThis

/**
 * Keeps one action, unless its key is there already, and counts it in the journal in the same
 * commit. Resolves after that commit; rejects when nothing of it was kept. Actions that come
 * together share a commit.
 */
export async function createAction(action: Action): Promise<ActionAnswer> {
  held.stableFuturesActions ??= openWriter(env.DATABASE_URL)
  return held.stableFuturesActions.write(action)
}

/** Resolves when every action that has come in so far is committed or refused. */
export function flushActions(): Promise<void> {
  return held.stableFuturesActions?.flush() ?? Promise.resolve()
}

function openWriter(url: string): Coalescer<Action, ActionAnswer> {
  const insert = isPostgres(url)
    ? async (actions: Action[]) => insertIntoPostgres(await database(), actions)
    : openSqliteWriter(url)
  return coalesce(async (actions) => {
    const added = new Set(await insert(sortActions(actions)))
    // Of several with one key in a batch, the first is the new one.
    return actions.map(({ key }) => ({ isNew: added.delete(key) }))
  }, batchLimit)
}
