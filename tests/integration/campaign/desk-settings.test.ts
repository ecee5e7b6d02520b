import { execFile } from 'node:child_process'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { createDatabase } from '../../postgres'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'staff settings '))
})

/** Runs the command on a new database. */
async function invite(settings: Record<string, string>, ...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: `file:${folder}/site.db`,
    VAR_DIR: path.join(folder, 'var'),
    STAFF_SECRET: '',
    SITE_URL: 'https://desk.example',
    ...settings,
  }
  const run = promisify(execFile)(process.execPath, typescript('lib/cli/staff-invite.ts', ...args), { env })
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  )
}

describe('the invitation command', () => {
  test('prints a link on a fresh install, and another one later; the secret stays, readable only by its owner', async () => {
    const [first, second] = await Promise.all([
      invite({}, 'ann@example.org', '--role', 'admin'),
      invite({}, 'bob@example.org'),
    ])
    for (const { code, stdout } of [first, second]) {
      expect(stdout).toMatch(/^https:\/\/desk\.example\/staff\/confirm\?token=\w{32}\n$/)
      expect(code).toBe(0)
    }
    const file = path.join(folder, 'var/staff-secret')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const secret = await readFile(file, 'utf8')
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect((await invite({}, 'ann@example.org')).stderr).toContain('Already on the staff')
    expect(await readFile(file, 'utf8')).toBe(secret)
  })

  test('reports what is wrong', async () => {
    expect(await invite({}, 'nobody')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('email: Enter an email address'),
    })
    expect(await invite({}, 'ann@example.org', '--role', 'king')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('role: '),
    })
    expect(await invite({}, 'ann@example.org', '--rule', 'king')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--rule'),
    })
  })

  test('asks for STAFF_SECRET with PostgreSQL', async () => {
    const DATABASE_URL = await createDatabase(inject('postgresUrl'))
    expect(await invite({ DATABASE_URL }, 'ann@example.org')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('needs STAFF_SECRET'),
    })
    const STAFF_SECRET = 'x'.repeat(32)
    expect(await invite({ DATABASE_URL, STAFF_SECRET }, 'ann@example.org')).toMatchObject({ code: 0 })
  })
})

describe('email', () => {
  async function send(settings: Record<string, string>) {
    vi.resetModules()
    const all = { VAR_DIR: folder, LOG_LEVEL: 'silent', SITE_URL: 'https://desk.example', SMTP_URL: '', ...settings }
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
    const { sendMail } = await import('@/lib/staff/mail/mailer')
    return sendMail({
      to: 'ann@example.org',
      subject: 'A subject',
      text: `Cysylltwch â’r staff – ${'long '.repeat(40)}\n\nhttps://desk.example/?token=${'x'.repeat(90)}\n`,
    })
  }

  test('without a mail server, goes to a file that only its owner can read', async () => {
    const answer = await send({ MAIL_FROM: 'desk@example.org' })
    const file = answer.outcome === 'written' ? answer.file : ''
    expect(path.dirname(file)).toBe(path.join(folder, 'outbox'))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const { simpleParser } = await import('mailparser')
    const mail = await simpleParser(await readFile(file))
    expect(mail).toMatchObject({
      subject: 'A subject',
      from: { value: [{ address: 'desk@example.org' }] },
      to: { value: [{ address: 'ann@example.org' }] },
    })
    const { listOutbox } = await import('@/lib/staff/mail/outbox')
    const [listed] = await listOutbox()
    expect(listed).toMatchObject({ file, to: 'ann@example.org', subject: 'A subject' })
    expect(listed?.text.replaceAll('\r\n', '\n')).toBe(mail.text)
    expect(listed?.text).toContain(`â’r staff – ${'long '.repeat(40).trim()}`)
  })

  test('is signed with DKIM when configured', async () => {
    const { startMailServer } = await import('../staff/open-desk')
    const { generateKeyPairSync } = await import('node:crypto')
    const { writeFile } = await import('node:fs/promises')
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    })
    await writeFile(`${folder}/dkim.pem`, privateKey)
    const server = await startMailServer()
    expect(
      await send({
        SMTP_URL: server.url,
        DKIM_DOMAIN: 'desk.example',
        DKIM_SELECTOR: 'mail',
        DKIM_KEY_FILE: `${folder}/dkim.pem`,
      }),
    ).toEqual({ outcome: 'sent' })
    expect(JSON.stringify(server.mails[0]?.headers.get('dkim-signature'))).toMatch(/desk\.example/)
    await server.stop()
    expect(await send({ SMTP_URL: server.url })).toEqual({ outcome: 'failed' })
  })

  test('does not leave this machine unencrypted', async () => {
    const { startMailServer } = await import('../staff/open-desk')
    const server = await startMailServer()
    expect(await send({ SMTP_URL: `smtp://0.0.0.0:${server.port}` })).toEqual({ outcome: 'failed' })
    expect(server.mails).toEqual([])
    await server.stop()
  })
})
