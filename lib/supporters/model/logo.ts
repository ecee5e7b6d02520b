/** The accepted types of stored logos. No SVG: opened on its own, it is a document that can run scripts. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/avif'] as const
export type LogoType = (typeof logoTypes)[number]

/** A logo's bytes and type. */
export type Logo = { bytes: Uint8Array<ArrayBuffer>; type: LogoType }

/**
 * Detects a picture's type from its first bytes, whatever its name; null for any other. Signatures: PNG,
 * section 5.2; JPEG, ITU T.81, annex B; WebP, RFC 9649, section 2.4; AVIF, section 9.1.1.
 */
export function detectLogoType(bytes: Uint8Array): LogoType | null {
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png'
  if (text.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp'
  return text.slice(4) === 'ftypavif' ? 'image/avif' : null
}
