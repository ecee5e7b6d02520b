import { headers } from 'next/headers'
import { parseSourceTag } from '@/lib/domain/source-tag'
import { addressHeader, sourceHeader } from '@/lib/server/request-guard.mjs'
import { unknownVisitor } from '@/lib/server/visitor-address.mjs'

/**
 * What a request says about where it comes from. The guard before Next puts it there: `address` is the
 * prefix of lib/server/visitor-address.mjs or `unknown`, the source tag is from the query of the page's
 * address. In development there is no guard.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string; source: string | null }> {
  const given = await headers()
  return {
    address: given.get(addressHeader) ?? unknownVisitor,
    userAgent: given.get('user-agent') ?? '',
    source: parseSourceTag(given.get(sourceHeader)),
  }
}
