import { type NextRequest, NextResponse } from 'next/server'
import { composeStaffPolicy } from './lib/shared/security-headers'

export const config = { matcher: ['/staff', '/staff/:path*'] }

/** Where `requireStaff` finds the page that was asked for; what a browser sends under this name is overwritten. */
const pathHeader = 'x-desk-path'

/** Gives each page of the staff desk its own nonce, and keeps it out of caches and search engines. */
export function proxy(request: NextRequest): NextResponse {
  const policy = composeStaffPolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy) // Next reads the nonce from this header
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'private, no-store')
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  return response
}
