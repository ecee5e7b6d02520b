import 'server-only'
import type { AuthRequest } from './sign-in/cookies'
import { readDevice } from './sign-in/device-cookie'
import { createEnrolChallenge, createSignInChallenge, savePasskey, signInWithPasskey } from './sign-in/passkeys'
import { recordAudit } from '../audit/data/entries'
import { database } from '../shared/database/client'
import { describeDevice, type Staff } from './model/staff'
import { isWithinLimit } from '../shared/limits'
import { staffLimits } from './model/staff'
import type { SignInAnswer } from './confirm-sign-in'
import { recordSignIn } from './record-sign-in'

/** A WebAuthn challenge for signing in; null if this browser or address has asked too often. */
export async function offerPasskey(request: AuthRequest, address: string) {
  return isWithinLimit(staffLimits.signIn, readDevice(request.cookie)?.id ?? address) ? createSignInChallenge() : null
}

/** Signs someone in with a passkey. @param answer the browser’s response to the challenge, not trusted */
export async function signInByPasskey(
  answer: unknown,
  request: AuthRequest,
  address: string,
  now: Date,
): Promise<SignInAnswer> {
  if (!isWithinLimit(staffLimits.signIn, readDevice(request.cookie)?.id ?? address)) return { outcome: 'limited' }
  const signedIn = await signInWithPasskey(answer, request)
  if (!signedIn) return { outcome: 'refused' }
  return recordSignIn(signedIn, 'passkey', now)
}

/** A WebAuthn challenge for adding a passkey to the signed-in person’s account. */
export async function offerEnrolment(request: AuthRequest) {
  return createEnrolChallenge(request)
}

/** Saves a new passkey for someone. @returns false if the response doesn’t match the challenge */
export async function enrolPasskey(answer: unknown, staff: Staff, request: AuthRequest, now: Date): Promise<boolean> {
  const name = describeDevice(request.userAgent)
  const id = await savePasskey(answer, name, request)
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
