import path from 'node:path'

/** Whether a DATABASE_URL is for PostgreSQL; otherwise it is for SQLite. */
export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

/** The absolute path of the SQLite file in a `file:…` URL, resolved against the working directory. */
export function sqliteFile(url: string): string {
  return path.resolve(url.slice('file:'.length))
}
