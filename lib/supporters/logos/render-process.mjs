// Renders one picture in a separate process, so that a malicious file can cost only its own time and memory
// and, at worst, this process, which holds no secrets. Takes the picture on stdin and its type as an argument;
// writes {"width","height","isOnDark"} or {"reason"} as a line of JSON to stdout, then the bytes of a WebP.
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { fitSvg } from './fit-svg.mjs'
import { isTooLight, putOnDark } from './light.mjs'

const maxSize = { width: 480, height: 240 } // twice the size on the wall, for high-density screens
const least = 16
const maxPixels = 40_000_000
const maxSvgSide = 20_000
const maxFrames = 500
const maxBytes = 150_000
const formats = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/webp', 'webp'],
  ['image/avif', 'heif'],
  ['image/svg+xml', 'svg'],
])

// Of libvips' many loaders, allow only those for our types; the rest widen the attack surface for nothing.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPng',
    'VipsForeignLoadJpeg',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadSvg',
  ],
})
sharp.cache(false)
sharp.concurrency(1)

/**
 * The file as sharp knows it: it recognises an AVIF by its main brand alone, and not by every one.
 * @param {Buffer} bytes
 * @param {string} type
 */
async function prepare(bytes, type) {
  if (type === 'image/svg+xml') return fitSvg(bytes, maxSize)
  if (type === 'image/avif') bytes.write('avif', 8, 'latin1')
  return bytes
}

/**
 * The picture as it is to be kept: the right way up, in sRGB, without metadata, in its first frame.
 * @param {Buffer} bytes
 * @param {string} type
 * @returns {Promise<{ data: Buffer, info: { width: number, height: number }, isOnDark: boolean } | { reason: string }>}
 */
async function render(bytes, type) {
  const options = { limitInputPixels: maxPixels, failOn: /** @type {const} */ ('error'), pages: 1 }
  const { format, width, height, pages = 1 } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  if (format !== formats.get(type)) return { reason: 'broken' }
  const isSvg = format === 'svg'
  if (isSvg ? Math.max(width, height) > maxSvgSide : width * height > maxPixels) return { reason: 'too-many-pixels' }
  if (pages > maxFrames) return { reason: 'too-many-frames' }
  if (!isSvg && Math.min(width, height) < least) return { reason: 'too-small' }
  // Render a drawing at its final size; its own resolution is 72 dpi.
  const density = isSvg ? 72 * Math.min(maxSize.width / width, maxSize.height / height) : 72
  const small = await sharp(bytes, { ...options, density: Math.min(Math.max(density, 1), 7_200) })
    .autoOrient()
    .resize({ ...maxSize, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer()
  const { channels } = await sharp(small).stats()
  if (channels.length % 2 === 0 && channels.at(-1)?.max === 0) return { reason: 'blank' }
  const isOnDark = await isTooLight(small)
  const shown = isOnDark ? await putOnDark(small, maxSize) : small
  const exact = await sharp(shown).webp({ lossless: true, effort: 5 }).toBuffer({ resolveWithObject: true })
  if (exact.data.length <= maxBytes) return { ...exact, isOnDark }
  const close = await sharp(shown).webp({ quality: 80, alphaQuality: 60 }).toBuffer({ resolveWithObject: true })
  return { ...close, isOnDark }
}

const type = process.argv[2] ?? ''
const answer = await buffer(process.stdin)
  .then((bytes) => prepare(bytes, type))
  .then((bytes) => render(bytes, type))
  .catch(() => ({ reason: 'broken' }))
if ('reason' in answer) process.stdout.write(`${JSON.stringify(answer)}\n`)
else {
  const { data, info, isOnDark } = answer
  process.stdout.write(`${JSON.stringify({ width: info.width, height: info.height, isOnDark })}\n`)
  process.stdout.write(data)
}
