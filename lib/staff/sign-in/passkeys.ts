import 'server-only'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import { getAuth } from './auth'
import { type AuthCookie, type AuthRequest, readCookies, toHeaders } from './cookies'
import type { SignedIn } from './links'

/** A question to a device, as WebAuthn has it in JSON, and the cookie that the answer is checked with. */
export type PasskeyQuestion<Options> = { options: Options; cookies: AuthCookie[] }

type Auth = Awaited<ReturnType<typeof getAuth>>
export type EnrolOptions = Awaited<ReturnType<Auth['api']['generatePasskeyRegistrationOptions']>>
export type SignInOptions = Awaited<ReturnType<Auth['api']['generatePasskeyAuthenticationOptions']>>

type SignInAnswer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

// What it holds is for the library to judge.
const enrolAnswer = z.record(z.string(), z.unknown())
const signInAnswer = z.custom<SignInAnswer>((value) => enrolAnswer.safeParse(value).success)

/** Asks the device of whoever is signed in to make a passkey. */
export async function askToEnrol(request: AuthRequest): Promise<PasskeyQuestion<EnrolOptions>> {
  const auth = await getAuth()
  const { headers, response } = await auth.api.generatePasskeyRegistrationOptions({
    headers: toHeaders(request),
    returnHeaders: true,
  })
  return { options: response, cookies: readCookies(headers) }
}

/**
 * Keeps the passkey that a device has made.
 * @param name for people, in their list
 * @returns its id, or null when the answer does not fit the question
 */
export async function keepPasskey(answer: unknown, name: string, request: AuthRequest): Promise<string | null> {
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

/** Asks any device for a passkey of this site. */
export async function askToSignIn(): Promise<PasskeyQuestion<SignInOptions>> {
  const auth = await getAuth()
  const { headers, response } = await auth.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    returnHeaders: true,
  })
  return { options: response, cookies: readCookies(headers) }
}

/** Signs in whoever has the passkey; null when the answer does not fit the question, or nobody has it. */
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
