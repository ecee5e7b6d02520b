// The wall sets logos on white, in the light and in the dark theme. A white logo on a transparent ground can't be seen
// there, so it is put on a dark ground of its own.
import sharp from 'sharp'

const ground = '#17302e' // the site's ink
const leastContrast = 1.6 // of a colour with white, below which it is too light to be seen there
const leastLight = 0.95 // of what can be seen in the picture
const leastTransparent = 0.02 // of the whole picture

/**
 * Whether nearly all that can be seen in a picture is too light for white, around it being nothing.
 * @param {Buffer} picture in sRGB
 */
export async function isTooLight(picture) {
  const { data } = await sharp(picture).ensureAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  let [seen, light] = [0, 0]
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0
    seen += alpha
    if (alpha > 0 && contrastWithWhite(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) < leastContrast)
      light += alpha
  }
  return light >= leastLight * seen && seen <= (1 - leastTransparent) * 255 * (data.length / 4)
}

/**
 * The picture in the middle of a dark ground with round corners, no larger than the box.
 * @param {Buffer} picture
 * @param {{ width: number, height: number }} box in pixels
 */
export async function putOnDark(picture, box) {
  const { width: full, height: high } = await sharp(picture).metadata()
  const edge = Math.round(Math.min(Math.max(full, high) / 12, box.height / 10))
  const small = await sharp(picture)
    .resize({ width: box.width - 2 * edge, height: box.height - 2 * edge, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true })
  const width = small.info.width + 2 * edge
  const height = small.info.height + 2 * edge
  const plate = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${edge}" fill="${ground}"/></svg>`
  return sharp(Buffer.from(plate))
    .composite([{ input: small.data, left: edge, top: edge }])
    .toColourspace('srgb')
    .png()
    .toBuffer()
}

/** WCAG 2.2, relative luminance. @param {number} red @param {number} green @param {number} blue */
function contrastWithWhite(red, green, blue) {
  return 1.05 / (0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue) + 0.05)
}

/** @param {number} value */
function toLinear(value) {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
