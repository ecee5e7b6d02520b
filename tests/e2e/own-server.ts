import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { serverScript, typescript } from '../../lib/cli/setup.mjs'
import { freePort } from '../postgres'
import { expect } from './test'

export type Install = { url: string; settings: Record<string, string> }

/** The settings of an install that only one test uses. Without a database URL, it gets a new file. */
export async function makeInstall(databaseUrl?: string): Promise<Install> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'own install '))
  const port = String(await freePort())
  const settings = {
    DATABASE_URL: databaseUrl ?? `file:${folder}/site.db`,
    VAR_DIR: folder,
    MEMBERS_API_URL: '',
    COMMITTEES_API_URL: '',
    POSTCODES_IO_URL: '',
    LOG_LEVEL: 'silent',
    PORT: port,
  }
  return { url: `http://localhost:${port}`, settings }
}

/** Starts a server for an install, by default as `npm start` does; the caller stops it. Its log goes to the open file `output`. */
export async function serve(
  { url, settings }: Install,
  args = [serverScript],
  output: 'ignore' | number = 'ignore',
): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...settings },
  })
  await expect
    .poll(
      () =>
        fetch(`${url}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true)
  return child
}

/** Invites someone to an install with the command, and returns the link it prints. */
export async function inviteTo({ settings }: Install, email: string, role: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    typescript('lib/cli/staff-invite.ts', email, '--role', role),
    { env: { ...process.env, ...settings } },
  )
  return stdout.trim()
}
