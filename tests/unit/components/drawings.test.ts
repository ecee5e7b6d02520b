import { readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contrast, parseTokens } from '@/app/styleguide/tokens'

// Scenery may be soft: without it, the drawing still says what it says. Everything else has to stand out from what is
// beside it, all the way round.
const scenery = new Set(['#fff3d9', '#c4e2d4', '#f4e2ba'])
const scale = 2

const tokens = parseTokens(readFileSync('app/styles/tokens.css', 'utf8'))
const grounds = (['sky', 'sun-soft', 'paper', 'surface'] as const).flatMap((name) => {
  const token = tokens.find((each) => each.name === name)
  return [`${token?.light}`, `${token?.dark}`]
})

/** A drawing as pixels: the colour of each, 'ground' where nothing is drawn, '' where two shapes meet. */
async function render(name: string) {
  const svg = readFileSync(`public/${name}`, 'utf8')
  const { data, info } = await sharp(Buffer.from(svg), { density: 72 * scale })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colours = new Map(
    [...svg.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => [Number.parseInt(colour.slice(1), 16), colour]),
  )
  const pixels = Array.from({ length: info.width * info.height }, (_, at) => {
    if (data[4 * at + 3] === 0) return 'ground'
    return data[4 * at + 3] === 255 ? (colours.get(data.readUIntBE(4 * at, 3)) ?? '') : ''
  })
  return { pixels, width: info.width, height: info.height }
}

const drawings = readdirSync('public').filter((name) => name.endsWith('.svg'))

test.each(drawings)('each colour of %s that carries meaning stands out from the colours beside it', async (name) => {
  const { pixels, width } = await render(name)
  const beside = new Map<string, number>()
  const count = (one: string, other: string) => {
    if (!one || !other || one === other) return
    const pair = [one, other].sort().join(' ')
    beside.set(pair, (beside.get(pair) ?? 0) + 1)
  }
  // The pixels between two shapes are a mixture, so compare those three steps apart.
  pixels.forEach((colour, at) => {
    count(colour, pixels[at + 3] ?? '')
    count(colour, pixels[at + 3 * width] ?? '')
  })
  expect(beside.size).toBeGreaterThan(3)
  const touching = [...beside].filter(([, pixels]) => pixels > 30).map(([pair]) => pair.split(' '))
  const tooClose = touching.flatMap(([one = '', other = '']) => {
    // One figure's own parts may be alike: its hair and its face, its coat and its hand.
    const isFigure = [one, other].every((colour) => figure.has(colour))
    const isScenery = [one, other].every((colour) => scenery.has(colour) || colour === 'ground')
    if (isFigure || isScenery || isFrame(one, other)) return []
    const against = (colour: string) => (colour === 'ground' ? grounds : [colour])
    return against(one).flatMap((a) =>
      against(other).flatMap((b) => (contrast(a, b) < 3 ? `${a} on ${b}: ${contrast(a, b).toFixed(2)}` : [])),
    )
  })
  expect(tooClose).toEqual([])
})

/** The colours of people: hair, skin, coats, legs. */
const figure = new Set(['#3b1d0e', '#2a1508', '#7a3f1d', '#8a4b24', '#c9432b', '#1d6f86', '#17302e'])

/** The arch and its inner edge are one frame. */
function isFrame(one: string, other: string) {
  return [one, other].sort().join() === '#0b6159,#2f8f84'
}

test.each(drawings)('nothing of %s is cut off', async (name) => {
  const { pixels, width, height } = await render(name)
  const isAtEdge = (at: number) =>
    at < width || at >= width * (height - 1) || at % width === 0 || at % width === width - 1
  expect(pixels.filter((colour, at) => isAtEdge(at) && colour !== 'ground')).toEqual([])
})
