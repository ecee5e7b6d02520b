import 'server-only'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A database's file and those that SQLite keeps beside it while it is open. */
export const sqliteFiles = (file: string): string[] => [file, `${file}-wal`, `${file}-shm`]

/** Makes a folder, and those above it, for this user only. One that is there already stays as it is. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/**
 * Makes an empty file for this user only, or takes everybody else's rights from one that is there. SQLite
 * gives the files beside a database the rights of the database.
 */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  tighten(file, 0o600)
}

/** Takes everybody else's rights from files that are there and this user's own. */
export function tightenFiles(files: string[]): void {
  for (const file of files) if (existsSync(file)) tighten(file, 0o600)
}

/**
 * Closes a folder to everybody else, as earlier versions did not. Only a folder that can be meant for the site
 * alone: this user's own, and neither a home, a place for temporary files, nor one that the site itself lies in.
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
