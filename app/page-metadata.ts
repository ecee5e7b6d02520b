import type { Metadata } from 'next'
import { cardSize, composeAlt, type ShareCard, type ShareCardName, shareCards } from '@/lib/campaign/model/share-card'

type Page = {
  /** Address without a query, such as /take-action: the one that search engines keep. */
  path: string
  /** Without the site's name, which the layout adds. */
  title: string | { absolute: string }
  description: string
  /** The picture that a shared link shows: one of the fixed ones, or that of a seat. */
  card?: ShareCardName | { path: string; card: ShareCard }
}

/** Title, description, canonical address and the cards of a page that is shared, all from one. */
export function composeMetadata({ path, title, description, card = 'site' }: Page): Metadata {
  const picture = typeof card === 'string' ? { path: `/og/${card}.png`, card: shareCards[card] } : card
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
