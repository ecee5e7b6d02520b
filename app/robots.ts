import type { MetadataRoute } from 'next'
import { env } from '@/lib/shared/env'

/** All pages may be read; the data and the staff's desk are no pages. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/staff'] },
    sitemap: `${env.SITE_URL}/sitemap.xml`,
  }
}
