// Gives an SVG without a size of its own the one at which it fills the box. Browsers would give it 300 by 150 pixels,
// whatever is in it; the renderer draws it at its own size in a corner.
import sharp from 'sharp'

const browsersSize = { x: 0, y: 0, width: 300, height: 150 }
const startUnits = 10_000 // further out than this, nobody draws
const canvas = 1_000
const looks = 3 // each finds the drawing about a hundred times more exactly

const prolog = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/
const root = /^<(?:[\w.-]+:)?svg(?=[\s>/])(?:"[^"]*"|'[^']*'|[^'"<>])*>/
const length = /^\s*[\d.]+(?:e[+-]?\d+)?(?:px|pt|pc|mm|cm|in|em|ex|rem)?\s*$/i

/**
 * @param {Buffer} bytes an SVG in UTF-8
 * @param {{ width: number, height: number }} box in pixels
 * @returns {Promise<Buffer>} the same file if it says its size
 */
export async function fitSvg(bytes, box) {
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(prolog, '')
  const tag = root.exec(text)?.[0]
  if (!tag || [read(tag, 'width'), read(tag, 'height')].every((size) => length.test(size))) return bytes
  const rest = text.slice(tag.length)
  const [x = 0, y = 0, width = 0, height = 0] = read(tag, 'viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const whole = width > 0 && height > 0 ? { x, y, width, height } : await findDrawing(tag, rest)
  const scale = Math.min(box.width / whole.width, box.height / whole.height)
  return compose(tag, rest, whole, { width: whole.width * scale, height: whole.height * scale })
}

/** @param {string} tag @param {string} name */
function read(tag, name) {
  const [, , value = ''] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag) ?? []
  return value
}

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

/**
 * @param {string} tag @param {string} rest @param {Rectangle} view @param {{ width: number, height: number }} size
 */
function compose(tag, rest, view, size) {
  const bare = tag.replace(/\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  const at = bare.search(/\s*\/?>$/)
  const sized = ` width="${size.width}" height="${size.height}" viewBox="${view.x} ${view.y} ${view.width} ${view.height}"`
  return Buffer.from(`${bare.slice(0, at)}${sized}${bare.slice(at)}${rest}`)
}

/**
 * Where something is drawn, in the drawing's own units.
 * @param {string} tag @param {string} rest
 * @returns {Promise<Rectangle>}
 */
async function findDrawing(tag, rest) {
  /** @type {Rectangle} */
  let view = { x: 0, y: 0, width: startUnits, height: startUnits }
  for (let look = 0; look < looks; look++) {
    const file = compose(tag, rest, view, { width: canvas, height: canvas })
    const { data, info } = await sharp(file).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true })
    const found = findSeen(data, info.width)
    // Nothing is drawn; or what is drawn takes all there is, such as a ground of 100%, and browsers' size will do.
    if (!found || (look === 0 && found.width === info.width && found.height === info.height)) return browsersSize
    const unit = view.width / info.width
    const side = Math.max(found.width, found.height) * unit
    view =
      look < looks - 1
        ? { x: view.x + found.x * unit, y: view.y + found.y * unit, width: side, height: side }
        : {
            x: view.x + found.x * unit,
            y: view.y + found.y * unit,
            width: found.width * unit,
            height: found.height * unit,
          }
  }
  return view
}

/**
 * The smallest rectangle with everything that is not transparent.
 * @param {Buffer} alpha @param {number} width
 * @returns {Rectangle | null}
 */
function findSeen(alpha, width) {
  let [left, top, right, bottom] = [width, Infinity, -1, -1]
  for (let at = 0; at < alpha.length; at++) {
    if (!alpha[at]) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = y
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
