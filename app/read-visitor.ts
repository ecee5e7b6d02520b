import { headers } from 'next/headers'
import { parseSourceTag } from '@/lib/actions/model/source-tag'
import { addressHeader, sourceHeader } from '@/lib/server/front/own-headers.mjs'
import { env } from '@/lib/shared/env'
import { toLastPrefix, unknownVisitor } from '@/lib/shared/visitor-address.mjs'

/**
 * Where a request comes from, as set by the chain in front of Next: `address` is the prefix from
 * lib/shared/visitor-address.mjs or `unknown`; the source tag is from the query of the page's URL. Development and
 * FRONT=plain have no chain: the address then comes from the header that TRUSTED_PROXY names.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string; source: string | null }> {
  const given = await headers()
  return {
    address: env.FRONT === 'plain' ? readProxied(given) : (given.get(addressHeader) ?? unknownVisitor),
    userAgent: given.get('user-agent') ?? '',
    source: parseSourceTag(given.get(sourceHeader)),
  }
}

function readProxied(given: Headers): string {
  return env.TRUSTED_PROXY ? toLastPrefix(given.get(env.TRUSTED_PROXY) ?? '') : unknownVisitor
}
