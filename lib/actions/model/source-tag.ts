import { invitationWays } from './invitation'

const pattern = /^[A-Za-z0-9_-]{1,40}$/

/** The tag of the link that the visitor followed (`/?s=newsletter-5`), or null when it is missing or invalid. */
export function parseSourceTag(value: unknown): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null
}

/** The tag in the `s` parameter of one of our URLs; null when there is none. */
export function readSourceTagOf(address: string): string | null {
  return URL.canParse(address) ? parseSourceTag(new URL(address).searchParams.get('s')) : null
}

/** Adds the tag to a link to one of our pages; other links are returned unchanged. */
export function withSourceTag(href: string, tag: string | null): string {
  return tag && href.startsWith('/') ? `${href}?s=${tag}` : href
}

/** Unknown tags are counted under this one. */
export const otherSource = 'other'

/** The tags that the site itself uses in invitations to friends. */
export const builtInTags: readonly string[] = /* @__PURE__ */ invitationWays.map((way) => `share-${way}`)

/** Whether the site itself uses this tag. */
export function isBuiltInTag(tag: string): boolean {
  return builtInTags.includes(tag)
}
