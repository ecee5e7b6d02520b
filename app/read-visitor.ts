import { headers } from 'next/headers'
import { parseSourceTag } from '@/lib/domain/source-tag'
import { addressHeader, sourceHeader } from '@/lib/server/request-guard.mjs'

/**
 * What a request says about where it comes from. The guard before Next puts it there: the address from
 * the socket or from TRUSTED_PROXY's header, empty for an address of our own network; the source tag
 * from the query of the page's address. In development there is no guard.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string; source: string | null }> {
  const given = await headers()
  return {
    address: given.get(addressHeader) ?? '',
    userAgent: given.get('user-agent') ?? '',
    source: parseSourceTag(given.get(sourceHeader)),
  }
}
