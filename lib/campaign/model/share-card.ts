import { guardians, longTermPlan } from './asks'
import type { Texts } from './shipped-texts'

/** What the picture of a shared link shows. */
export type ShareCard = {
  tone: 'site' | 'guardians' | 'plan' | 'seat'
  /** The large text. */
  title: string
  /** The line below it; empty when there is nothing to add. */
  subtitle: string
  /** The small print at the bottom. */
  foot: string
}

/** The size of every card in pixels, as the social networks recommend. */
export const cardSize = { width: 1200, height: 630 }

/** The names of the cards that aren’t about a constituency. */
export const shareCardNames = ['site', 'guardians', 'long-term-plan'] as const

export type ShareCardName = (typeof shareCardNames)[number]

/**
 * The cards that aren’t about a constituency, in the published words.
 * @param runBy who runs the site; '' while nobody has said
 */
export function composeShareCards(share: Texts['share'], runBy: string): Record<ShareCardName, ShareCard> {
  const shown = { title: drawable(share.title), subtitle: drawable(share.subtitle) }
  return {
    site: { tone: 'site', ...shown, foot: runBy && `Run by ${drawable(runBy)}` },
    guardians: {
      tone: 'guardians',
      title: guardians.title,
      subtitle: drawable(share.guardians),
      foot: `${guardians.where}`,
    },
    'long-term-plan': {
      tone: 'plan',
      title: longTermPlan.title,
      subtitle: drawable(share.plan),
      foot: `${longTermPlan.where}`,
    },
  }
}

/** What the card of a constituency says; `mpName` is as Parliament displays it, null while there is no MP. */
export type SeatStanding = { constituency: string; mpName: string | null; isSupporter: boolean; isSpeaker: boolean }

/**
 * The card of a constituency.
 * @param subject what its MP is asked for
 */
export function composeSeatCard(
  { constituency, mpName, isSupporter, isSpeaker }: SeatStanding,
  subject: string,
): ShareCard {
  const place = drawable(constituency)
  const card = { tone: 'seat' as const, subtitle: drawable(subject) }
  if (mpName === null) return { ...card, title: place, foot: 'There’s no MP here right now' }
  const mp = drawable(mpName)
  if (isSpeaker) return { ...card, title: `Write to ${mp}`, foot: `The Speaker, and MP for ${place}` }
  if (isSupporter) return { ...card, title: `Thank ${mp}`, foot: `MP for ${place}, who supports this campaign` }
  return { ...card, title: `Ask ${mp} to act`, foot: `MP for ${place}` }
}

/** The alt text of a card. */
export function composeAlt({ title, subtitle, foot }: ShareCard): string {
  const said = [title, subtitle, foot].filter(Boolean).map((text) => text.replace(/\.$/, ''))
  return `${said.join('. ')}. Stable Futures: an adult and a child under a sheltering arch, with the sun above.`
}

/**
 * Reduces a text to characters that the pictures' fonts have (accented Latin): other accents are dropped, anything
 * else is removed. Otherwise the drawing library would fetch a font from a third party.
 */
export function drawable(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => (isDrawn(letter) ? letter : [...letter.normalize('NFD')].filter(isDrawn).join('')))
    .join('')
}

// tests/unit/campaign/share-card.test.ts draws every one of these.
function isDrawn(letter: string): boolean {
  return /^[ -~¡-¬®-žȘ-țẀ-ẅỲỳ‘’“”–—…]$/u.test(letter)
}
