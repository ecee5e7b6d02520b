import 'server-only'

// On globalThis: the connection and the module with the statement may be loaded separately.
const held: typeof globalThis & { stableFuturesRepeatable?: Map<string, string> } = globalThis

/**
 * Registers a statement that is sent over and over. PostgreSQL then plans it once per connection, and it is
 * resent if its connection is lost, so it must be idempotent.
 * @param name of its plan, unique per statement
 * @returns the statement, which must be sent exactly like this
 */
export function registerRepeatable(name: string, sql: string): string {
  held.stableFuturesRepeatable ??= new Map()
  held.stableFuturesRepeatable.set(sql, name)
  return sql
}

/** The name a statement was registered under, or undefined. */
export const findRepeatable = (sql: string): string | undefined => held.stableFuturesRepeatable?.get(sql)
