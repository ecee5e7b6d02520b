import 'server-only'
import { z } from 'zod'
import { env } from '../shared/env'
import { addNextPage } from './model/next-page'

/** Parses an email address as typed, and lowercases it. */
export const emailField = z
  .string()
  .max(200, 'An email address can have at most 200 characters.')
  .trim()
  .toLowerCase()
  .pipe(z.email('Enter an email address like name@example.org.'))

/**
 * The link to the page whose button uses the token. Mail scanners open links, but they don’t press buttons.
 * @param next the page to go on to; null for the desk
 */
export function composeConfirmLink(token: string, next: string | null = null): string {
  return addNextPage(`${env.SITE_URL}/staff/confirm?token=${encodeURIComponent(token)}`, next)
}
