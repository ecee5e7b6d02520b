import 'server-only'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A database's file and those that SQLite keeps beside it while it is open. */
export const sqliteFiles = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`]

/** Creates a folder, and any missing parents, for this user only. Leaves an existing one as it is. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/**
 * Creates an empty file for this user only, or removes everyone else's permissions from an existing one. SQLite
 * gives the files beside a database the same permissions.
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  tighten(file, 0o600)
}

/** Removes everyone else's permissions from those of the files that exist and belong to this user. */
export function tightenFiles(files: string[]): void {
  for (const file of files) if (existsSync(file)) tighten(file, 0o600)
}

/**
 * Closes a folder, which earlier versions left open, to everyone else. Only if the site can be its sole
 * purpose: it belongs to this user, and is neither a home or temporary folder nor one that contains the site.
 */
export function tightenFolder(folder: string): void {
  const isAbove = (other: string) => !path.relative(folder, other).startsWith('..')
  if (isAbove(process.cwd()) || isAbove(os.homedir()) || isAbove(os.tmpdir()) || !existsSync(folder)) return
  tighten(folder, 0o700)
}

function tighten(name: string, mode: number): void {
  const { uid, mode: present } = statSync(name)
  if (uid === process.getuid?.() && (present & 0o077) !== 0) chmodSync(name, mode)
}
