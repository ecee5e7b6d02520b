import type { NextConfig } from 'next'
import { env } from './lib/shared/env'
import { securityHeaders } from './lib/shared/security-headers'

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // page.dev.tsx and route.dev.ts exist in development only, and are in no build.
  pageExtensions: env.isDevelopment ? ['dev.tsx', 'dev.ts', 'tsx', 'ts'] : ['tsx', 'ts'],
  compress: false, // lib/server/front/page-cache.mjs does, once for many
  // Next streams the title of a dynamic page into the body and moves it by script, except for crawlers
  // that run none. Here a page has to be whole without script for everybody.
  htmlLimitedBots: /.*/,
  // lib/server/front/page-cache.mjs caches pages; a second copy of each would take 50 MB. Nothing stale outlives the process.
  cacheMaxMemorySize: 0,
  // How long a body may be is decided before Next, see lib/server/front/request-guard.mjs.
  experimental: {
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '6mb', allowedOrigins: [new URL(env.SITE_URL).host] },
  },
  outputFileTracingIncludes: { '/**': ['./prisma/facts/**', './prisma/migrations/**'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
} satisfies NextConfig
