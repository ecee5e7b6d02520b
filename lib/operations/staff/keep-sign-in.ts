import 'server-only'
import { recordAudit } from '../../data/audit'
import { database } from '../../data/client'

/** Keeps in the log that somebody has signed in, and how. */
export async function keepSignIn(userId: string, by: 'link' | 'passkey', now: Date): Promise<void> {
  const db = await database()
  await recordAudit(db, { actor: { id: userId }, action: 'staff.signed-in', entity: 'staff', entityId: userId, before: null, after: { by }, now })
}
