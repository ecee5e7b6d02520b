import 'server-only'
import { env } from '../shared/env'
import { composeToken, type TokenPurpose } from './keys'

const pages: Record<TokenPurpose, string> = { confirm: '/letters/confirm', 'follow-up': '/letters/follow-up' }

/** The link about a letter for one purpose; '' once the letter is erased, or when its key is gone. */
export function composeLink(purpose: TokenPurpose, { id, email }: { id: string; email: string | null }): string {
  const token = email === null ? null : composeToken(purpose, id, email)
  return token === null ? '' : `${env.SITE_URL}${pages[purpose]}?token=${token}`
}
