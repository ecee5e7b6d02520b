import 'server-only'
import { passkey } from '@better-auth/passkey'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import { database, type PrismaClient } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { idleMinutes, linkMinutes } from '../model/staff'
import { env } from '../../shared/env'
import { describe } from '../../shared/framework-log'
import { log } from '../../shared/log'
import { getStaffSecret } from './secret'

export type Auth = ReturnType<typeof createAuth>

let opened: Promise<Auth> | undefined

/**
 * The better-auth instance. We call its API directly and don’t mount its HTTP routes.
 * @throws StaffSecretError if the settings don’t allow the staff desk
 */
export function getAuth(): Promise<Auth> {
  opened ??= database().then((db) => createAuth(db, getStaffSecret()))
  opened.catch(() => (opened = undefined))
  return opened
}

function createAuth(db: PrismaClient, secret: string) {
  return betterAuth({
    appName: 'Stable Futures',
    baseURL: env.SITE_URL,
    secret,
    database: prismaAdapter(db, {
      provider: dialectOf().provider,
      transaction: true,
    }),
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        removedAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: idleMinutes * 60, updateAge: 60, freshAge: 0 },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: 'hashed',
        disableSignUp: true,
        sendMagicLink: ({ token, metadata }) => {
          if (typeof metadata?.onToken === 'function') metadata.onToken(token)
        },
      }),
      passkey({
        rpID: new URL(env.SITE_URL).hostname,
        rpName: 'Stable Futures',
        origin: new URL(env.SITE_URL).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          afterVerification: ({ verification }) => requireUserVerified(verification.authenticationInfo.userVerified),
        },
        registration: {
          afterVerification: ({ verification }) => requireUserVerified(verification.registrationInfo?.userVerified),
        },
      }),
    ],
    advanced: {
      cookiePrefix: 'staff',
      // Not sent with public pages, which are the same for everyone.
      defaultCookieAttributes: { path: '/staff', sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    // We call the API directly and limit it ourselves (lib/shared/limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages may quote an address.
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ text: describe(message) }, 'sign-in'),
    },
  })
}

// A passkey counts as two factors only if the device verified its user (fingerprint, face or PIN).
async function requireUserVerified(isVerified: boolean | undefined): Promise<undefined> {
  if (!isVerified) throw new APIError('UNAUTHORIZED')
}
