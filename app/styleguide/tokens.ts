/** A token of tokens.css, with its values in the light and dark themes. */
export type Token = { name: string; light: string; dark: string }

/** Parses the custom properties of tokens.css; those missing from the dark block have the same value in both themes. */
export function parseTokens(css: string): Token[] {
  const [light = '', dark = ''] = css.split(/@media \(prefers-color-scheme: dark\)/)
  const inDark = new Map(listProperties(dark))
  return listProperties(light).map(([name, value]) => ({ name, light: value, dark: inDark.get(name) ?? value }))
}

function listProperties(css: string): [string, string][] {
  return [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value])
}

/**
 * The contrast ratio of two colours like `#0b6159`, from 1 to 21, as WCAG 2.2 defines "contrast ratio" and "relative
 * luminance".
 */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const texts = (front: string, ...backs: string[]) => backs.map((back) => ({ front, back, least: 4.5 }))
const shapes = (front: string, ...backs: string[]) => backs.map((back) => ({ front, back, least: 3 }))

/**
 * The colour pairs in use, and the minimum contrast that WCAG AA requires: 4.5 for text, 3 for other things that must
 * be visible.
 */
export const pairs = [
  ...texts('ink', 'paper', 'surface', 'sky', 'sun-soft', 'danger-soft'),
  ...texts('ink-soft', 'paper', 'surface', 'sky', 'sun-soft'),
  ...texts('brand', 'paper', 'surface', 'sky', 'sun-soft'),
  ...texts('brand-strong', 'paper', 'surface', 'sky', 'sun-soft'),
  ...texts('on-brand', 'brand', 'brand-strong'),
  ...texts('on-deep', 'deep'),
  ...texts('sun', 'deep'),
  ...texts('danger', 'paper', 'surface', 'danger-soft'),
  ...shapes('line-strong', 'paper', 'surface'),
  ...shapes('focus', 'paper', 'surface', 'sky', 'sun-soft', 'focus-halo'),
]
