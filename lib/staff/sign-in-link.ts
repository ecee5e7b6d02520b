import 'server-only'
import { z } from 'zod'
import { env } from '../shared/env'

/** An email address as somebody types it, in lower case. */
export const emailField = z
  .string()
  .max(200, 'An email address has at most 200 characters.')
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address like name@example.org.'))

/** The address of the page on which a button uses up the token: mail scanners open links, and press nothing. */
export function composeConfirmLink(token: string): string {
  return `${env.SITE_URL}/staff/confirm?token=${encodeURIComponent(token)}`
}
