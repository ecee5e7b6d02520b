import 'server-only'
import type { Change } from '../audit/model/actor'
import { type Refused, refuse } from '../shared/model/result'
import { emailField } from '../staff/sign-in-link'
import { eraseForVisitor, listSealedEmails } from './data/desk'
import { toMailbox } from './model/mailbox'
import { eraseFromDisk } from './data/erase'
import { readEmail } from './read-letter'

/**
 * Erases all letters of a visitor who asks for it. Only who has the key can find them. The log gets the number, never the
 * address.
 * @param typed not trusted
 * @returns `left`: letters that are being sent right now: try again in a minute
 */
export async function eraseByEmail(
  typed: unknown,
  change: Change,
): Promise<{ outcome: 'erased'; erased: number; left: number } | Refused> {
  const email = emailField.safeParse(typed)
  if (!email.success) return refuse({ field: 'email', message: email.error.issues[0]?.message ?? '' })
  const mailbox = toMailbox(email.data)
  const rows = await listSealedEmails()
  const ids = rows.filter((row) => toMailbox(readEmail(row) ?? '') === mailbox).map(({ id }) => id)
  const erased = await eraseForVisitor(ids, change)
  if (erased > 0) await eraseFromDisk()
  return { outcome: 'erased', erased, left: ids.length - erased }
}
