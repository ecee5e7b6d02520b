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
  return text.slice(4, 8) === 'ftyp' && listBrands(bytes).some((brand) => avifBrands.includes(brand))
    ? 'image/avif'
    : null
}

// A still picture and a sequence (AV1 Image File Format, section 6); the file type box lists more after its main brand.
const avifBrands = ['avif', 'avis']
const maxBrands = 64

function listBrands(bytes: Uint8Array): string[] {
  const size = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes.length)
  const text = String.fromCharCode(...bytes.subarray(8, Math.min(size, 16 + 4 * maxBrands)))
  return [text.slice(0, 4), ...(text.slice(8).match(/.{4}/gs) ?? [])]
}
