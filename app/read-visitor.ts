import { headers } from 'next/headers'
import { parseSourceTag } from '@/lib/actions/model/source-tag'
import { addressHeader, sourceHeader } from '@/lib/server/front/request-guard.mjs'
import { unknownVisitor } from '@/lib/shared/visitor-address.mjs'

/**
 * What a request says about where it comes from, as set by the guard in front of Next: `address` is the
 * prefix from lib/shared/visitor-address.mjs or `unknown`, and the source tag comes from the query of the
 * page's address. In development there is no guard.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string; source: string | null }> {
  const given = await headers()
  return {
    address: given.get(addressHeader) ?? unknownVisitor,
    userAgent: given.get('user-agent') ?? '',
    source: parseSourceTag(given.get(sourceHeader)),
  }
}
