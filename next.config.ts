import type { NextConfig } from 'next'
import { env } from './lib/env'
import { securityHeaders } from './lib/security-headers'

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Pages older than a minute are made anew before they are sent, so that a seat nobody has looked
  // at for a week does not show last week's MP.
  expireTime: 60,
  // Pages made while serving stay in memory: nothing stale outlives the process.
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: '100kb', allowedOrigins: [new URL(env.SITE_URL).host] } },
  outputFileTracingIncludes: { '/**': ['./prisma/facts/**', './prisma/migrations/**'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
} satisfies NextConfig
