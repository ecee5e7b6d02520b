import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '../../shared/env'
import { log } from '../../shared/log'
import { createGuardedTransport } from './guarded'
import { writeToOutbox } from './outbox'
import { composeTransport } from './transport'

/** A plain-text email to one person. */
export type Mail = { to: string; subject: string; text: string }

export type MailAnswer = { outcome: 'sent' } | { outcome: 'written'; file: string } | { outcome: 'failed' }

/**
 * Sends an email through the server in SMTP_URL. Without one, writes the email to the outbox and logs the
 * file’s path. Recipients are never logged.
 */
export async function sendMail(mail: Mail): Promise<MailAnswer> {
  if (env.SMTP_URL === '') {
    const file = await writeToOutbox(await renderMail(mail), new Date())
    log.info({ file }, 'email written to the outbox, because SMTP_URL is empty')
    return { outcome: 'written', file }
  }
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = env
  try {
    const options = composeTransport(env.SMTP_URL, domain ? { domain, selector, keyFile } : null)
    await createGuardedTransport(options).sendMail(composeMessage(mail))
    return { outcome: 'sent' }
  } catch (error) {
    // The error message can quote the server’s reply, which may include the address.
    log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'could not send an email')
    return { outcome: 'failed' }
  }
}

/** The host and port of the mail server; '' without one. */
export function getMailServer(): string {
  return env.SMTP_URL && new URL(env.SMTP_URL).host
}

/** Renders an email without sending it. @returns the message as it would be sent */
export async function renderMail(mail: Mail): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
    composeMessage(mail),
  )
  return Buffer.isBuffer(message) ? message : Buffer.from([])
}

function composeMessage(mail: Mail) {
  return { ...mail, from: { name: 'Stable Futures', address: sender() }, textEncoding: 'quoted-printable' as const }
}

function sender(): string {
  return env.MAIL_FROM || env.CONTACT_EMAIL || `no-reply@${new URL(env.SITE_URL).hostname}`
}
