import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '../../shared/env'

/** An email that was written to a file instead of being sent. `text` is its body. */
export type OutboxMail = { file: string; to: string; subject: string; text: string }

const folder = () => path.resolve(/* turbopackIgnore: true */ env.VAR_DIR, 'outbox')
const maxListed = 50

/**
 * Saves a message as an .eml file. Only this user can read it, since it may contain a sign-in link. The file
 * is renamed into place, so a reader never sees part of one.
 * @returns the file's absolute path
 */
export async function writeToOutbox(message: Buffer, now: Date): Promise<string> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const file = path.join(folder(), `${now.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`)
  await writeFile(`${file}.partial`, message, { mode: 0o600, flag: 'wx' })
  await rename(`${file}.partial`, file)
  return file
}

/** The newest emails in the outbox, newest first, for development. */
export async function listOutbox(): Promise<OutboxMail[]> {
  const names = await readdir(folder()).catch(() => [])
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
    .slice(0, maxListed)
  return Promise.all(newest.map(async (name) => readMail(path.join(folder(), name))))
}

/** The files of all emails in which something is, also of those that weren’t written to their end. */
export async function findInOutbox(finds: (text: string) => boolean): Promise<OutboxMail[]> {
  const names = await readdir(folder()).catch(() => [])
  const found: OutboxMail[] = []
  for (const name of names.filter((each) => /\.eml(\.partial)?$/.test(each)).sort()) {
    const mail = await readMail(path.join(folder(), name)).catch(() => null) // another process has deleted it
    if (mail && [mail.to, mail.subject, mail.text].some(finds)) found.push(mail)
  }
  return found
}

/** Deletes emails from the outbox. */
export async function deleteFromOutbox(mails: readonly OutboxMail[]): Promise<void> {
  for (const { file } of mails) await rm(file, { force: true })
}

// Parses only what `sendMail` writes: plain text in quoted-printable (RFC 2045, 6.7).
async function readMail(file: string): Promise<OutboxMail> {
  const [head = '', ...body] = (await readFile(file, 'utf8')).split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  const bytes = body
    .join('\r\n\r\n')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return { file, to: header('To'), subject: header('Subject'), text: Buffer.from(bytes, 'latin1').toString() }
}
