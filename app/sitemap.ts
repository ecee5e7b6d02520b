import type { MetadataRoute } from 'next'
import { asks } from '@/lib/campaign/model/asks'
import { regions } from '@/lib/members/model/region'
import { env } from '@/lib/shared/env'
import { listSeatSlugs } from '@/lib/members/list-seat-slugs'

/** Every public page. No dates: we don't record when a page's content last changed. */
export default function sitemap(): MetadataRoute.Sitemap {
  const paths = [
    '/',
    '/take-action',
    ...asks.map(({ slug }) => `/asks/${slug}`),
    '/supporters',
    '/find',
    ...regions.map(({ slug }) => `/find/${slug}`),
    '/about',
    '/privacy',
    '/accessibility',
    ...listSeatSlugs().map((slug) => `/take-action/${slug}`),
  ]
  return paths.map((path) => ({ url: env.SITE_URL + (path === '/' ? '' : path) }))
}
