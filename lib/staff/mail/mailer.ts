import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '../../shared/env'
import { log } from '../../shared/log'
import { writeToOutbox } from './outbox'
import { composeTransport } from './transport'

/** A mail in plain text to one person. */
export type Mail = { to: string; subject: string; text: string }

export type MailAnswer = { outcome: 'sent' } | { outcome: 'written'; file: string } | { outcome: 'failed' }

/**
 * Sends a mail by the server that SMTP_URL names; without one, writes it into the outbox and the path
 * into the log. Who it is to is in no log.
 */
export async function sendMail(mail: Mail): Promise<MailAnswer> {
  if (env.SMTP_URL === '') {
    const file = await writeToOutbox(await rehearseMail(mail), new Date())
    log.info({ file }, 'mail written, because SMTP_URL is empty')
    return { outcome: 'written', file }
  }
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = env
  try {
    await createTransport(composeTransport(env.SMTP_URL, domain ? { domain, selector, keyFile } : null)).sendMail(
      composeMessage(mail),
    )
    return { outcome: 'sent' }
  } catch (error) {
    // Its text may quote the server's answer, and with it the address.
    log.error({ code: error instanceof Error && 'code' in error ? error.code : 'unknown' }, 'mail not sent')
    return { outcome: 'failed' }
  }
}

/** Does the work of a mail and sends nothing. @returns the message as it would be sent */
export async function rehearseMail(mail: Mail): Promise<Buffer> {
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
