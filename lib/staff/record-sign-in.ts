import 'server-only'
import { composeDeviceCookie } from './sign-in/device-cookie'
import type { SignedIn } from './sign-in/links'
import { recordAudit } from '../audit/data/entries'
import { database } from '../shared/database/client'
import { getStaffEmail } from './data/staff'
import type { SignInAnswer } from './confirm-sign-in'

/** Logs a sign-in and how it was done, and adds a cookie that recognises this browser next time. */
export async function recordSignIn(
  { userId, cookies }: SignedIn,
  by: 'link' | 'passkey',
  now: Date,
): Promise<SignInAnswer> {
  const db = await database()
  await recordAudit(db, {
    actor: { id: userId },
    action: 'staff.signed-in',
    entity: 'staff',
    entityId: userId,
    before: null,
    after: { by },
    now,
  })
  return { outcome: 'signed-in', cookies: [...cookies, composeDeviceCookie(await getStaffEmail(userId))] }
}
