import { z } from 'zod'
import type { MemberContacts } from '../model/directory'
import { cleanFeedText } from '../model/feed-text'
import type { ContactEntry } from './shapes'

// Contact types, named as the Members API names them.
const PARLIAMENTARY_OFFICE = 1
const CONSTITUENCY_OFFICE = 4
const X = 7

const X_ADDRESS = /^(?:https?:\/\/)?(?:(?:www|mobile|m)\.)?(?:twitter|x)\.com\/+(?:#!\/)?@?(\w{1,15})\/*(?:[?#].*)?$/i
const X_BARE = /^@(\w{1,15})$/
// X's own pages, which appear where a user name would.
const X_PAGES = new Set([
  'explore',
  'hashtag',
  'home',
  'i',
  'intent',
  'login',
  'messages',
  'search',
  'settings',
  'share',
])

const BLUESKY_ADDRESS = /bsky\.app\/profile\/@?([^\s/?#]+)/i
// A handle is a domain name: https://atproto.com/specs/handle
const BLUESKY_HANDLE = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

const emailAddress = z.email().max(254)

/**
 * Reads one Member's contacts. The parliamentary office's email takes precedence over the constituency
 * office's.
 */
export function readContacts(entries: readonly ContactEntry[]): MemberContacts {
  const ofType = (typeId: number) => entries.filter((entry) => entry.typeId === typeId)
  const offices = [...ofType(PARLIAMENTARY_OFFICE), ...ofType(CONSTITUENCY_OFFICE)]
  return {
    email: firstOf(offices, ({ email }) => parseEmail(email ?? '')),
    xHandle: firstOf(ofType(X), ({ line1 }) => parseXHandle(line1 ?? '')),
    blueskyHandle: firstOf(entries, parseBlueskyHandle),
  }
}

/**
 * The first email address in a hand-typed field, which may hold spaces, capitals, "Email:", `mailto:`, brackets, a full
 * stop after it, curly apostrophes, invisible signs or several addresses.
 * @returns lower case, or null when there is no valid address
 */
export function parseEmail(field: string): string | null {
  const parts = cleanFeedText(field)
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC\uFF07]/g, "'")
    .split(/[\s;,|/<>()[\]{}"\u201C\u201D]+/)
    .filter((part) => part.includes('@'))
  const addresses = parts.map((part) =>
    part
      .replace(/^(?:(?:mailto|e-?mail)?[:'])+/, '')
      .replace(/\?.*$/, '')
      .replace(/[.:!']+$/, ''),
  )
  return addresses.find((address) => emailAddress.safeParse(address).success) ?? null
}

/**
 * The handle in an X or Twitter profile URL, or in a bare "@name"; the first where several are listed.
 * @returns 1 to 15 letters, digits and underscores, without @; null for anything else, never a guess
 */
export function parseXHandle(line: string): string | null {
  const text = firstAddress(line)
  const handle = (X_ADDRESS.exec(text) ?? X_BARE.exec(text))?.[1]
  return handle === undefined || X_PAGES.has(handle.toLowerCase()) ? null : handle
}

// The first of several addresses, without the signs that people put between or after them. A line that holds anything
// else beside it is left as it is: then nobody knows what is meant.
function firstAddress(line: string): string {
  const text = cleanFeedText(line.replace(/%20/g, ' '))
  const [first = '', ...others] = text.split(/[\s,;|]+/).filter((part) => part !== '')
  return others.every((part) => /^@\w|[./]/.test(part)) ? first.replace(/[.)\]]+$/, '') : text
}

/** The handle in a Bluesky entry, in lower case; null for anything else. */
export function parseBlueskyHandle({ line1, type }: ContactEntry): string | null {
  const line = firstAddress(line1 ?? '')
  const bare = /bluesky/i.test(type ?? '') ? line.replace(/^@/, '') : undefined
  const handle = (BLUESKY_ADDRESS.exec(line)?.[1] ?? bare)?.toLowerCase()
  return handle !== undefined && BLUESKY_HANDLE.test(handle) ? handle : null
}

function firstOf(entries: readonly ContactEntry[], read: (entry: ContactEntry) => string | null): string | null {
  for (const entry of entries) {
    const found = read(entry)
    if (found !== null) return found
  }
  return null
}
