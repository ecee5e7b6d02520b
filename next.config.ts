import type { NextConfig } from 'next'
import { env } from './lib/shared/env'
import { securityHeaders } from './lib/shared/security-headers'

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // page.dev.tsx exists in development only, never in a build.
  pageExtensions: env.isDevelopment ? ['dev.tsx', 'tsx', 'ts'] : ['tsx', 'ts'],
  // `npm test` and `npm run check` check the types; doing it again takes half of a build.
  typescript: { ignoreBuildErrors: true },
  compress: false, // lib/server/front/page-cache.mjs compresses each response once for many requests
  // Next streams a dynamic page's title into the body and moves it by script, except for crawlers without script. Our
  // pages have to be complete without script, so treat every client like such a crawler.
  htmlLimitedBots: /.*/,
  // lib/server/front/page-cache.mjs caches pages; a second copy of each would take 50 MB. Nothing stale outlives the
  // process.
  cacheMaxMemorySize: 0,
  // The body size limit is enforced before Next, see lib/server/front/body-limits.mjs.
  experimental: {
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '6mb', allowedOrigins: [new URL(env.SITE_URL).host] },
  },
  outputFileTracingIncludes: { '/**': ['./prisma/seed/**', './prisma/migrations/**'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
} satisfies NextConfig
