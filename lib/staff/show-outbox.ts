import 'server-only'
import { listOutbox, type OutboxMail } from './mail/outbox'

/** The mails that were written into files because there is no mail server, newest first. */
export async function showOutbox(): Promise<OutboxMail[]> {
  return listOutbox()
}
