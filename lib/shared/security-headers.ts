import { env } from './env'

const isHttps = env.SITE_URL.startsWith('https://')

// For Next alone (FRONT=plain): pages are static, so they can’t have nonces, and Next’s inline scripts differ from page to
// page, so we can’t list hashes. lib/server/front/script-free.mjs removes 'unsafe-inline' with those scripts.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${env.isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  // Without JavaScript, a form redirects to the channel, and Chromium checks redirects against this.
  "form-action 'self' mailto: https://x.com https://bsky.app https://www.facebook.com https://www.threads.net https://www.threads.com https://wa.me https://api.whatsapp.com https://mail.google.com https://outlook.live.com https://compose.mail.yahoo.com",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The policy for the staff desk, whose pages are rendered per request and so can have a nonce.
 * @param nonce unique to the request; Next adds it to its own scripts and styles
 */
export function composeStaffPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${env.isDevelopment ? " 'unsafe-eval'" : ''}`,
    // In development, Next injects styles with scripts.
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

/**
 * Headers for every response. They are fixed at build time, along with SITE_URL, which decides whether HSTS is sent.
 */
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
