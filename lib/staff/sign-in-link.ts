import 'server-only'
import { z } from 'zod'
import { env } from '../shared/env'

/** Parses an email address as typed, and lowercases it. */
export const emailField = z
  .string()
  .max(200, 'An email address can have at most 200 characters.')
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address like name@example.org.'))

/** The link to the page whose button uses the token. Mail scanners open links, but they don’t press buttons. */
export function composeConfirmLink(token: string): string {
  return `${env.SITE_URL}/staff/confirm?token=${encodeURIComponent(token)}`
}
