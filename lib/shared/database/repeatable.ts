import 'server-only'

// Kept on globalThis: the connection and the module with the statement may have been loaded apart.
const held: typeof globalThis & { stableFuturesRepeatable?: Map<string, string> } = globalThis

/**
 * Registers a statement that is sent over and over. PostgreSQL then plans it once per connection, and one that was lost
 * with its connection is sent again: so running it twice must do the same as running it once.
 * @param name of its plan, different for each statement
 * @returns the statement, to be sent exactly like this
 */
export function registerRepeatable(name: string, sql: string): string {
  held.stableFuturesRepeatable ??= new Map()
  held.stableFuturesRepeatable.set(sql, name)
  return sql
}

/** The name under which a statement was registered, or undefined. */
export const findRepeatable = (sql: string): string | undefined => held.stableFuturesRepeatable?.get(sql)
