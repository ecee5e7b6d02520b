import type { NextConfig } from 'next'
import { env } from './lib/env'
import { securityHeaders } from './lib/security-headers'

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // page.dev.tsx and route.dev.ts are there while developing, and in no build.
  pageExtensions: env.isDevelopment ? ['dev.tsx', 'dev.ts', 'tsx', 'ts'] : ['tsx', 'ts'],
  compress: false, // lib/server/page-cache.mjs does, once for many
  // Next streams the title of a dynamic page into the body and moves it by script, except for crawlers
  // that run none. Here a page has to be whole without script for everybody.
  htmlLimitedBots: /.*/,
  // Pages older than a minute are made anew before they are sent, so that a seat nobody has looked
  // at for a week does not show last week's MP.
  expireTime: 60,
  // How long a body may be is decided before Next, see lib/server/request-guard.mjs.
  // Pages made while serving stay in memory: nothing stale outlives the process.
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: '6mb', allowedOrigins: [new URL(env.SITE_URL).host] } },
  outputFileTracingIncludes: { '/**': ['./prisma/facts/**', './prisma/migrations/**'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
} satisfies NextConfig
