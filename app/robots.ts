import type { MetadataRoute } from 'next'
import { env } from '@/lib/shared/env'

/** Every page may be crawled, except the data endpoints and the staff desk. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/staff'] },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
