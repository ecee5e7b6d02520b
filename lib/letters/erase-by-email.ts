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
  const ids = await findFrom(email.data)
  const erased = await eraseForVisitor(ids, change)
  if (erased > 0) await eraseFromDisk()
  return { outcome: 'erased', erased, left: ids.length - erased }
}

/** How many letters there are from an address. @param typed not trusted: none from what is no address */
export async function countByEmail(typed: unknown): Promise<number> {
  const email = emailField.safeParse(typed)
  return email.success ? (await findFrom(email.data)).length : 0
}

/** The ids of all letters from an address. */
async function findFrom(email: string): Promise<string[]> {
  const mailbox = toMailbox(email)
  const rows = await listSealedEmails()
  return rows.filter((row) => toMailbox(readEmail(row) ?? '') === mailbox).map(({ id }) => id)
}
