import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import type { PluginFunction } from 'nodemailer/lib/mailer/index.js'
import type { Options as PoolOptions, SentMessageInfo as PoolInfo } from 'nodemailer/lib/smtp-pool/index.js'
import type { Options, SentMessageInfo } from 'nodemailer/lib/smtp-transport/index.js'
import { env } from '../../shared/env'

/**
 * A connection to the mail server through which nothing reaches Parliament unless this is the public’s own site: a test,
 * a trial or a copy on someone’s own machine can’t write to a real MP, whatever it was told. Such an email fails with the
 * code `EPARLIAMENT` before anything is sent.
 */
export function createGuardedTransport(options: Options, isLive = env.isLive): Transporter<SentMessageInfo> {
  return guard(createTransport(options), isLive)
}

/** The same, with connections that are kept for the next email. */
export function createGuardedPool(options: PoolOptions, isLive = env.isLive): Transporter<PoolInfo> {
  return guard(createTransport(options), isLive)
}

function guard<Info>(transport: Transporter<Info>, isLive: boolean): Transporter<Info> {
  const refuse: PluginFunction<Info> = ({ message }, done) => {
    const { to } = message.getEnvelope()
    const isForParliament = [to].flat().some((address) => address && isAtParliament(address))
    if (isLive || !isForParliament) return done()
    done(Object.assign(new Error('only the live site writes to Parliament'), { code: 'EPARLIAMENT' }))
  }
  transport.use('stream', refuse) // the last step, with the recipients that the server would be told
  return transport
}

/** Whether an address is at parliament.uk or below it. */
function isAtParliament(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return /(?:^|\.)parliament\.uk$/i.test(domain.trim().replace(/[.>\s]+$/, ''))
}
