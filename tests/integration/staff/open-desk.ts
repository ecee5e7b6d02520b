import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { AuthCookie, AuthRequest } from '@/lib/staff/sign-in/cookies'
import { copyFilled } from '../copy-filled'
import { useDatabase as openDatabase } from '../databases'

export const secret = 'a secret of the tests, long enough to be one'

/** A mail server in this process. `mails` holds the parsed emails it received. */
export async function startMailServer() {
  const mails: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream)
        .then((mail) => mails.push(mail))
        .then(() => done(), done),
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port }: AddressInfo = JSON.parse(JSON.stringify(server.server.address()))
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A database, a mail server, and helpers to sign staff in. */
export async function openDesk(create: () => Promise<string> = copyFilled, settings: Record<string, string> = {}) {
  const mailServer = await startMailServer()
  const varDir = await mkdtemp(path.join(os.tmpdir(), 'staff desk '))
  const { db, close } = await openDatabase(create, {
    STAFF_SECRET: secret,
    SMTP_URL: mailServer.url,
    VAR_DIR: varDir,
    SITE_URL: 'https://desk.example',
    ...settings,
  })
  const { confirmSignIn } = await import('@/lib/staff/confirm-sign-in')
  const { inviteStaffByLink } = await import('@/lib/staff/invite')

  /** Adds someone to the staff and signs them in with their own browser. */
  async function signIn(name: string, role: string, now = new Date()) {
    const answer = await inviteStaffByLink({ email: `${name}@example.org`, name, role }, null, now)
    if (answer.outcome !== 'invited') throw new Error(JSON.stringify(answer))
    return { id: answer.id, request: await follow(answer.link, now) }
  }

  /** Signs in with a link, as its button does. */
  async function follow(link: string, now = new Date(), userAgent = 'Firefox/1 Linux'): Promise<AuthRequest> {
    const answer = await confirmSignIn(
      new URL(link).searchParams.get('token'),
      { cookie: '', userAgent },
      newAddress(),
      now,
    )
    if (answer.outcome !== 'signed-in') throw new Error(answer.outcome)
    return { cookie: toCookieHeader(answer.cookies), userAgent }
  }

  const stop = async () => {
    await close()
    await mailServer.stop().catch(() => undefined)
  }
  return { db, mails: mailServer.mails, varDir, signIn, follow, stop, stopMail: mailServer.stop }
}

let addresses = 0

/** An unused IP address, since each address has its own rate limits. */
export function newAddress(): string {
  return `198.18.${Math.floor(++addresses / 256)}.${addresses % 256}` // RFC 2544
}

/** The Cookie header a browser sends after receiving these cookies. */
export function toCookieHeader(cookies: AuthCookie[]): string {
  return cookies
    .filter(({ options }) => options.maxAge !== 0)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}

/** The sign-in link in an email. */
export function readLink(text: string | undefined): string {
  return /https?:\/\/\S+token=\w+/.exec(text ?? '')?.[0] ?? ''
}
