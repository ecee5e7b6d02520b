import 'server-only'
import type { AuthRequest } from './sign-in/cookies'
import { readDevice } from './sign-in/device-cookie'
import { askToEnrol, askToSignIn, keepPasskey, signInWithPasskey } from './sign-in/passkeys'
import { recordAudit } from '../audit/data/entries'
import { database } from '../shared/database/client'
import { describeDevice, type Staff } from './model/staff'
import { isWithinLimit } from '../shared/limits'
import { staffLimits } from './model/staff'
import type { SignInAnswer } from './confirm-sign-in'
import { keepSignIn } from './record-sign-in'

/** The question that a passkey has to answer, to sign in; null when one address asks too often. */
export async function offerPasskey(request: AuthRequest, address: string) {
  return isWithinLimit(staffLimits.signIn, readDevice(request.cookie)?.id ?? address) ? askToSignIn() : null
}

/** Signs in whoever has the passkey. @param answer not trusted: what the browser gives */
export async function signInByPasskey(
  answer: unknown,
  request: AuthRequest,
  address: string,
  now: Date,
): Promise<SignInAnswer> {
  if (!isWithinLimit(staffLimits.signIn, readDevice(request.cookie)?.id ?? address)) return { outcome: 'limited' }
  const signedIn = await signInWithPasskey(answer, request)
  if (!signedIn) return { outcome: 'refused' }
  return keepSignIn(signedIn, 'passkey', now)
}

/** What the device of whoever is signed in needs to make a passkey. */
export async function offerEnrolment(request: AuthRequest) {
  return askToEnrol(request)
}

/** Adds the passkey that a browser has made to somebody's; false when it does not fit the question. */
export async function enrolPasskey(answer: unknown, staff: Staff, request: AuthRequest, now: Date): Promise<boolean> {
  const name = describeDevice(request.userAgent)
  const id = await keepPasskey(answer, name, request)
  if (id === null) return false
  const db = await database()
  await recordAudit(db, {
    actor: staff,
    action: 'passkey.added',
    entity: 'passkey',
    entityId: id,
    before: null,
    after: { name },
    now,
  })
  return true
}
