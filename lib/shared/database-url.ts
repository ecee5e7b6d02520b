import path from 'node:path'

/** Whether a DATABASE_URL names a PostgreSQL server; otherwise it names an SQLite file. */
export function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}

/** The absolute path of the SQLite file that `file:…` names, relative to the working directory. */
export function sqliteFile(url: string): string {
  return path.resolve(url.slice('file:'.length))
}
