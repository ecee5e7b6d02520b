import { headers } from 'next/headers'
import { parseSourceTag } from '@/lib/actions/model/source-tag'
import { addressHeader, sourceHeader } from '@/lib/server/front/own-headers.mjs'
import { unknownVisitor } from '@/lib/shared/visitor-address.mjs'

/**
 * Where a request comes from, as set by the request guard in front of Next: `address` is the prefix from
 * lib/shared/visitor-address.mjs or `unknown`; the source tag is from the query of the page's URL. Development has no
 * guard.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string; source: string | null }> {
  const given = await headers()
  return {
    address: given.get(addressHeader) ?? unknownVisitor,
    userAgent: given.get('user-agent') ?? '',
    source: parseSourceTag(given.get(sourceHeader)),
  }
}
