import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { readLogo } from '@/lib/supporters/read-logo'
import { plainLogo } from '../../fixtures/logo-files'

vi.setConfig({ testTimeout: 60_000 }) // each picture starts a process

type Colour = { r: number; g: number; b: number }
const ring = (colour: string, ground = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">${ground}<circle cx="100" cy="50" r="30" fill="none" stroke="${colour}" stroke-width="14"/></svg>`,
  )

/** A kept logo as it looks on the wall's plate, which is white in both themes. */
async function show(bytes: Uint8Array) {
  const answer = await readLogo(bytes)
  if (answer.outcome === 'refused') throw new Error(answer.reason)
  const { logo } = answer
  const { data, info } = await sharp(logo.bytes)
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): Colour => {
    const start = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels
    return { r: data[start] ?? 0, g: data[start + 1] ?? 0, b: data[start + 2] ?? 0 }
  }
  return { logo, at }
}

function contrast(one: Colour, other: Colour): number {
  const luminance = ({ r, g, b }: Colour) => {
    const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [more = 0, less = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (more + 0.05) / (less + 0.05)
}

test.each(['#fff', '#fefce8', '#eee', '#ffee88'])('a logo of %s alone is put on a dark ground', async (colour) => {
  const png = await sharp(ring(colour)).resize(960).png().toBuffer()
  for (const file of [ring(colour), png]) {
    const { logo, at } = await show(file)
    expect(logo).toMatchObject({ isOnDark: true, height: 240 })
    expect(logo.width).toBeLessThanOrEqual(480)
    expect(contrast(at(0.5, 0.5), { r: 255, g: 255, b: 255 })).toBeGreaterThan(10) // the ground, in the middle
    expect(at(0.03, 0.5)).toEqual(at(0.5, 0.5)) // and at its edge
    expect(at(0, 0)).toEqual({ r: 255, g: 255, b: 255 }) // with round corners
  }
})

test.each([
  ['black', ring('#000')],
  ['red', ring('#e02020')],
  ['grey', ring('#888')],
  ['white with a ground of its own', ring('#fff', '<rect width="200" height="100" fill="#084a44"/>')],
  ['white beside black', ring('#fff', '<rect width="60" height="100"/>')],
])('a logo that is %s is left as it is', async (_name, file) => {
  const { logo, at } = await show(file)
  expect(logo).toMatchObject({ isOnDark: false, width: 480, height: 240 })
  expect(at(0.95, 0.5)).toEqual(at(0.95, 0.4))
})

test('a white logo in a JPEG has its ground already', async () => {
  expect((await show(await sharp(ring('#fff')).flatten({ background: '#123' }).jpeg().toBuffer())).logo.isOnDark).toBe(
    false,
  )
  expect(
    (await show(await plainLogo(300, 100, { r: 255, g: 255, b: 255, alpha: 1 }).png().toBuffer())).logo.isOnDark,
  ).toBe(false)
})

test('a small one stays small', async () => {
  const { logo } = await show(await sharp(ring('#fff')).resize(40).png().toBuffer())
  expect(logo).toMatchObject({ isOnDark: true })
  expect(logo.width).toBeLessThan(70)
})

test('a logo of any one colour can be seen on the wall', async () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)
  await fc.assert(
    fc.asyncProperty(hex, async (colour) => {
      const { at } = await show(ring(colour))
      const seen = Math.max(
        ...[0.2, 0.21, 0.22, 0.23, 0.24, 0.25, 0.26, 0.27].map((y) => contrast(at(0.5, y), at(0.5, 0.5))),
      )
      expect(seen).toBeGreaterThan(1.5)
    }),
    { numRuns: 30, examples: [['#ffffff'], ['#000000'], ['#17302e'], ['#cccccc'], ['#d0d0d0']] },
  )
})
