/** The two sizes in pixels: as wide as on an MP's page, and twice as wide for screens of high density. */
export const portraitSizes = { small: { width: 104, height: 121 }, large: { width: 208, height: 242 } } as const

export type PortraitSize = keyof typeof portraitSizes

const form = /^([0-9a-f]{32})-(small|large)$/

/** The address of a portrait. @param hash of its bytes, so that the address can be kept for ever */
export function composePortraitPath(hash: string, size: PortraitSize): string {
  return `/portraits/${hash}-${size}`
}

/** What the last part of such an address asks for; null for anything else. */
export function parsePortraitName(name: string): { hash: string; size: PortraitSize } | null {
  const [, hash, size] = form.exec(name) ?? []
  return hash && (size === 'small' || size === 'large') ? { hash, size } : null
}
