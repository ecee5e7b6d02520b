const maxLength = 500

/**
 * Where somebody was going when they had to sign in: a page of the desk, as path and query.
 * @param given not trusted; anything that isn’t a page of the desk, such as another site’s address, is null
 */
export function parseNextPage(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > maxLength) return null
  if (!/^\/staff(?:\/[\w-]+)*(?:\?[^\s\\#]*)?$/.test(given)) return null
  return /^\/staff\/(?:sign-in|confirm|api|no-access)\b/.test(given) ? null : given
}

/** A page of sign-in that leads on to another. @param next as `parseNextPage` returns it; the desk itself needs no saying */
export function addNextPage(href: string, next: string | null): string {
  if (next === null || next === '/staff') return href
  return `${href}${href.includes('?') ? '&' : '?'}next=${encodeURIComponent(next)}`
}
