import { readFileSync } from 'node:fs'
import type { Options } from 'nodemailer/lib/smtp-transport/index.js'

export type Dkim = { domain: string; selector: string; keyFile: string }

const localHost = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Nodemailer’s options for a mail server. Nothing leaves this machine unencrypted: `smtps:` is TLS from the
 * start, `smtp:` must upgrade with STARTTLS, and the certificate must be valid.
 * @param url `smtp(s)://user:password@host:port`
 * @param dkim signs each message (RFC 6376); null if the server signs them
 */
export function composeTransport(url: string, dkim: Dkim | null): Options {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : isSecure ? 465 : 587,
    secure: isSecure,
    requireTLS: !isSecure && !localHost.test(hostname),
    ignoreTLS: !isSecure && localHost.test(hostname),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(dkim && {
      dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8') },
    }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  }
}
