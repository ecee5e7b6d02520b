import type { Metadata } from 'next'
import { getShareCard } from '@/lib/campaign/get-share-card'
import { cardSize, composeAlt, type ShareCard, type ShareCardName } from '@/lib/campaign/model/share-card'

type Page = {
  /** The path without a query, such as /take-action: the canonical URL for search engines. */
  path: string
  /** Without the site's name, which the layout adds. */
  title: string | { absolute: string }
  description: string
  /** The picture for shared links: one of the site's, or a constituency's. */
  card?: ShareCardName | { path: string; card: ShareCard }
}

/** A page's title, description, canonical URL and share cards. */
export async function composeMetadata({ path, title, description, card = 'site' }: Page): Promise<Metadata> {
  const picture = typeof card === 'string' ? { path: `/og/${card}.png`, card: await getShareCard(card) } : card
  const images = [{ url: picture.path, ...cardSize, alt: composeAlt(picture.card), type: 'image/png' }]
  const shared = { title: typeof title === 'string' ? title : title.absolute, description, images }
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: { ...shared, type: 'website', siteName: 'Stable Futures', locale: 'en_GB', url: path },
    twitter: { ...shared, card: 'summary_large_image' },
  }
}
