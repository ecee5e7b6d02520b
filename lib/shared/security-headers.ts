import { env } from './env'

const isHttps = env.SITE_URL.startsWith('https://')

// Pages are static, so there is no nonce to give, and Next's inline scripts differ from page to page:
// 'unsafe-inline' for scripts and styles is what that costs. Nothing else is loosened.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${env.isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  // Without JavaScript a form is answered by a redirect to the channel, which Chromium checks here.
  "form-action 'self' mailto: https://x.com https://bsky.app https://mail.google.com https://outlook.live.com https://compose.mail.yahoo.com",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The policy of the staff's desk, whose pages are made for each request and so can have a nonce.
 * @param nonce new for each request; Next puts it on its own scripts and styles
 */
export function composeStaffPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${env.isDevelopment ? " 'unsafe-eval'" : ''}`,
    // In development, styles are put into the page by script.
    `style-src 'self' ${env.isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The headers of every answer. They are fixed at build time, as is SITE_URL, which decides on HSTS. */
export const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  // Not no-referrer: browsers would then send `Origin: null`, and forms would fail without JavaScript.
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
  ...(isHttps ? [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }] : []),
]
