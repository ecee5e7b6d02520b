import 'server-only'
import { env } from '../../shared/env'
import { createGuardedPool } from './guarded'
import { composeTransport } from './transport'

/** A plain-text email with all that a letter needs. Names may hold anything: they can’t end a header. */
export type PostMail = {
  from: { name: string; address: string }
  to: string
  replyTo?: { name: string; address: string }
  subject: string
  text: string
  /** The same each time this email is tried. */
  messageId: string
  /** Of an email that a program sends: RFC 3834. */
  isAutomatic?: boolean
  calendar?: string
  /** Gets it instead of `to`, in a rehearsal. */
  redirectTo?: string | null
}

/** `failure`: what the connection says of it, which may quote addresses: never log it whole. */
export type PostAnswer =
  | { outcome: 'sent' }
  | {
      outcome: 'failed'
      failure: {
        code?: string | undefined
        responseCode?: number | undefined
        response?: string | undefined
        command?: string | undefined
      }
    }

export type Post = { send: (mail: PostMail) => Promise<PostAnswer>; close: () => void }

/** How many connections to the mail server are kept at most. */
export const maxConnections = 5

/** Opens connections to the server in SMTP_URL as they are needed, and keeps them. */
export function openPost(): Post {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = env
  const options = composeTransport(env.SMTP_URL, domain ? { domain, selector, keyFile } : null)
  const pool = createGuardedPool({ ...options, pool: true, maxConnections, maxMessages: 200 })
  return {
    close: () => pool.close(),
    async send({ redirectTo, isAutomatic, calendar, to, ...mail }) {
      try {
        await pool.sendMail({
          ...mail,
          to: redirectTo ?? to,
          textEncoding: 'quoted-printable',
          disableFileAccess: true,
          disableUrlAccess: true,
          ...(isAutomatic && { headers: { 'Auto-Submitted': 'auto-generated' } }),
          ...(calendar !== undefined && {
            attachments: [{ filename: 'reminder.ics', content: calendar, contentType: 'text/calendar; charset=utf-8' }],
          }),
        })
        return { outcome: 'sent' }
      } catch (error) {
        return { outcome: 'failed', failure: error instanceof Error ? { ...error } : {} }
      }
    },
  }
}
