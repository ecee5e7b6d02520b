import { invitationWays } from './invitation'

const pattern = /^[A-Za-z0-9_-]{1,40}$/

/** The tag of the link that led here (`/?s=newsletter-5`), or null for anything that is none. */
export function parseSourceTag(value: unknown): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null
}

/** The tag in the `s` of an address of ours; null where there is none. */
export function readSourceTagOf(address: string): string | null {
  return URL.canParse(address) ? parseSourceTag(new URL(address).searchParams.get('s')) : null
}

/** A page of ours with the tag carried on; other addresses stay as they are. */
export function withSourceTag(href: string, tag: string | null): string {
  return tag && href.startsWith('/') ? `${href}?s=${tag}` : href
}

/** Under this, tags are counted that nobody gave out. */
export const otherSource = 'other'

/** The tags that the site itself puts into invitations to friends. */
export const builtInTags: readonly string[] = invitationWays.map((way) => `share-${way}`)

/** Whether the site itself makes links with this tag. */
export function isBuiltInTag(tag: string): boolean {
  return builtInTags.includes(tag)
}
