import { headers } from 'next/headers'
import { addressHeader } from '@/lib/server/request-guard.mjs'

/**
 * What a request says about where it comes from. The address is put there by the guard before Next,
 * from the socket or from TRUSTED_PROXY's header; empty for an address of our own network, and in
 * development, where there is no guard.
 */
export async function readVisitor(): Promise<{ address: string; userAgent: string }> {
  const given = await headers()
  return { address: given.get(addressHeader) ?? '', userAgent: given.get('user-agent') ?? '' }
}
