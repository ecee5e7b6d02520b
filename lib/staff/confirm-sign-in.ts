import 'server-only'
import { z } from 'zod'
import type { AuthCookie, AuthRequest } from './sign-in/cookies'
import { readDevice } from './sign-in/device-cookie'
import { consumeLinkToken } from './sign-in/links'
import { isWithinLimit } from '../shared/limits'
import { staffLimits } from './model/staff'
import { recordSignIn } from './record-sign-in'

export type SignInAnswer =
  { outcome: 'signed-in'; cookies: AuthCookie[] } | { outcome: 'refused' } | { outcome: 'limited' }

const tokenField = z.string().min(1).max(100)

/**
 * Signs someone in with the token from their link, which works once.
 * @param token not trusted
 * @param address the visitor’s address prefix, as the guard reports it
 */
export async function confirmSignIn(
  token: unknown,
  request: AuthRequest,
  address: string,
  now: Date,
): Promise<SignInAnswer> {
  if (!isWithinLimit(staffLimits.signIn, readDevice(request.cookie)?.id ?? address)) return { outcome: 'limited' }
  const parsed = tokenField.safeParse(token)
  const signedIn = parsed.success ? await consumeLinkToken(parsed.data, request) : null
  if (!signedIn) return { outcome: 'refused' }
  return recordSignIn(signedIn, 'link', now)
}
