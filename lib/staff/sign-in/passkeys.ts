import 'server-only'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { getAuth } from './auth'
import { type AuthCookie, type AuthRequest, readCookies, toHeaders } from './cookies'
import type { SignedIn } from './links'

/** WebAuthn options as JSON, and the cookie against which the device’s response is checked. */
export type PasskeyChallenge<Options> = { options: Options; cookies: AuthCookie[] }

type Auth = Awaited<ReturnType<typeof getAuth>>
export type EnrolOptions = Awaited<ReturnType<Auth['api']['generatePasskeyRegistrationOptions']>>
export type SignInOptions = Awaited<ReturnType<Auth['api']['generatePasskeyAuthenticationOptions']>>

type SignInAnswer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

// The library validates what is inside.
const enrolAnswer = z.record(z.string(), z.unknown())
const signInAnswer = z.custom<SignInAnswer>((value) => enrolAnswer.safeParse(value).success)

/** A challenge for the signed-in person’s device to create a passkey. */
export async function createEnrolChallenge(request: AuthRequest): Promise<PasskeyChallenge<EnrolOptions>> {
  const auth = await getAuth()
  const { headers, response } = await auth.api.generatePasskeyRegistrationOptions({
    headers: toHeaders(request),
    returnHeaders: true,
  })
  return { options: response, cookies: readCookies(headers) }
}

/**
 * Saves the passkey a device has created.
 * @param name shown in the owner’s list
 * @returns its id, or null if the response doesn’t match the challenge
 */
export async function savePasskey(answer: unknown, name: string, request: AuthRequest): Promise<string | null> {
  const auth = await getAuth()
  return orNull(
    async () =>
      (
        await auth.api.verifyPasskeyRegistration({
          body: { response: enrolAnswer.parse(answer), name },
          headers: toHeaders(request),
        })
      ).id,
  )
}

/** A challenge for signing in, open to any passkey for this site. */
export async function createSignInChallenge(): Promise<PasskeyChallenge<SignInOptions>> {
  const auth = await getAuth()
  const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  })
  return { options: response, cookies: readCookies(headers) }
}

/** Exchanges a passkey response for a session; null if it doesn’t match the challenge or the passkey is unknown. */
export async function signInWithPasskey(answer: unknown, request: AuthRequest): Promise<SignedIn | null> {
  const auth = await getAuth()
  return orNull(async () => {
    const body = { response: signInAnswer.parse(answer) }
    const { headers, response } = await auth.api.verifyPasskeyAuthentication({
      body,
      headers: toHeaders(request),
      returnHeaders: true,
    })
    return { userId: response.user.id, cookies: readCookies(headers) }
  })
}

async function orNull<Value>(run: () => Promise<Value>): Promise<Value | null> {
  try {
    return await run()
  } catch (error) {
    if (isAPIError(error) || error instanceof z.ZodError) return null
    throw error
  }
}
