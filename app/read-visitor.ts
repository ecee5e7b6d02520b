import { headers } from 'next/headers'
import { env } from '@/lib/env'

/**
 * What a request says about where it comes from. The address is only as TRUSTED_PROXY's header gives
 * it (the last, if it is a list: earlier ones are what the visitor claimed), else empty: Next does not
 * tell the socket's, and other headers can be made up.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string }> {
  const given = await headers()
  const address = env.TRUSTED_PROXY ? (given.get(env.TRUSTED_PROXY)?.split(',').at(-1)?.trim() ?? '') : ''
  return { address, userAgent: given.get('user-agent') ?? '' }
}
