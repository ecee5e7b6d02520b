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

/** The cards that aren't about a constituency, by the name of their picture. */
export const shareCards = {
  site: {
    tone: 'site',
    title: 'Every child deserves a future they can plan for',
    subtitle: '',
    foot: 'Ask your MP to act. It takes five minutes.',
  },
  guardians: {
    tone: 'guardians',
    title: 'A guardian for every child',
    subtitle: 'One independent person at their side, early on',
    foot: 'Ask 1 · England and Wales',
  },
  'long-term-plan': {
    tone: 'plan',
    title: 'A long-term plan for every child',
    subtitle: 'A decision based on the child’s best interests',
    foot: 'Ask 2 · The whole UK',
  },
} as const satisfies Record<string, ShareCard>

export type ShareCardName = keyof typeof shareCards

/**
 * The card of a constituency.
 * @param mpName as Parliament displays it; null while the seat is vacant
 */
export function composeSeatCard(constituency: string, mpName: string | null): ShareCard {
  const foot = 'For a future that every child can plan for'
  return mpName === null
    ? { tone: 'seat', title: drawable(constituency), subtitle: '', foot }
    : { tone: 'seat', title: `Ask ${drawable(mpName)} to act`, subtitle: `MP for ${drawable(constituency)}`, foot }
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
