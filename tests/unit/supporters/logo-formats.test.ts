import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { readLogo } from '@/lib/supporters/read-logo'
import { plainLogo } from '../../fixtures/logo-files'

vi.setConfig({ testTimeout: 60_000 }) // each picture starts a process

const draw = (attributes: string, inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)
const sized = 'width="200" height="100"'
const rect = (attributes: string) => `<rect width="200" height="100" ${attributes}/>`
const stop = '<stop stop-color="#00f"/>'
const gradient = `<linearGradient id="a">${stop}</linearGradient>`

/** A kept logo's size, and how much of it is blue. */
async function measure(bytes: Uint8Array) {
  const answer = await readLogo(bytes)
  if (answer.outcome === 'refused') return answer.reason
  const { data, info } = await sharp(answer.logo.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  let blue = 0
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) < 60 && (data[at + 2] ?? 0) > 200 && (data[at + 3] ?? 0) > 128) blue++
  return { size: `${info.width}x${info.height}`, blue: Math.round((100 * blue) / (info.width * info.height)) }
}

test.each([
  ['unquoted', `${gradient}${rect('fill="url(#a)"')}`, 100],
  ['in single quotes', `${gradient}${rect(`fill="url('#a')"`)}`, 100],
  ['in double quotes', `${gradient}${rect(`fill='url("#a")'`)}`, 100],
  ['in quotes written as entities', `${gradient}${rect('fill="url(&quot;#a&quot;)"')}`, 100],
  ['in quotes written as numbers', `${gradient}${rect('fill="url(&#39;#a&#x27;)"')}`, 100],
  ['in a style', `${gradient}${rect(`style='fill: url( "#a" )'`)}`, 100],
  ['in a style sheet', `<style>.x{fill:url("#a")}</style>${gradient}${rect('class="x"')}`, 100],
  ['in a style sheet as CDATA', `<style><![CDATA[.x{fill:url('#a')}]]></style>${gradient}${rect('class="x"')}`, 100],
  [
    'as a clip',
    `<clipPath id="c"><rect width="100" height="100"/></clipPath>${rect(`fill="#00f" clip-path="url('#c')"`)}`,
    50,
  ],
  [
    'as a mask',
    `<mask id="c"><rect width="100" height="100" fill="#fff"/></mask>${rect(`fill="#00f" mask='url("#c")'`)}`,
    50,
  ],
  ['as a filter', `<filter id="c"><feFlood flood-color="#00f"/></filter>${rect(`filter="url('#c')"`)}`, 100],
])('an SVG that names its own part %s is drawn with it', async (_name, inside, blue) => {
  expect(await measure(draw(sized, inside))).toEqual({ size: '480x240', blue })
})

const square = '<rect width="1" height="1" fill="#00f"/>'
test.each([
  ['only a viewBox', 'viewBox="0 0 200 100"', rect('fill="#00f"'), '480x240'],
  ['a viewBox and a width', 'width="30" viewBox="0 0 200 100"', rect('fill="#00f"'), '480x240'],
  [
    'a viewBox and sizes that say nothing',
    'width="100%" height="auto" viewBox="0 0 200 100"',
    rect('fill="#00f"'),
    '480x240',
  ],
  ['a tall viewBox', "viewBox='0,0 1 2'", '<rect width="1" height="2" fill="#00f"/>', '120x240'],
  ['a tiny viewBox', 'viewBox="0 0 1 1"', square, '240x240'],
  [
    'a viewBox that begins elsewhere',
    'viewBox="-1 -1 1 1"',
    '<rect x="-1" y="-1" width="1" height="1" fill="#00f"/>',
    '240x240',
  ],
  ['a huge viewBox', 'viewBox="0 0 50000 25000"', '<rect width="50000" height="25000" fill="#00f"/>', '480x240'],
  ['nothing at all', '', rect('fill="#00f"'), '480x240'],
  ['per cent alone', 'width="100%" height="100%"', rect('fill="#00f"'), '480x240'],
  ['a width alone', 'width="7"', rect('fill="#00f"'), '480x240'],
  ['nothing, and is small', '', square, '240x240'],
  ['nothing, and a ground of its own', '', '<rect width="100%" height="100%" fill="#00f"/>', '480x240'],
  ['nothing, and begins far out', '', '<rect x="5000" y="3000" width="400" height="800" fill="#00f"/>', '120x240'],
])('an SVG with %s for its size fills the box', async (_name, attributes, inside, size) => {
  const comment = Buffer.from('<?xml version="1.0"?><!-- <svg width="9" height="9"> -->\n')
  for (const file of [draw(attributes, inside), Buffer.concat([comment, draw(attributes, inside)])]) {
    const measured = await measure(file)
    expect(measured).toMatchObject({ size })
    expect(measured).toHaveProperty(
      'blue',
      expect.toSatisfy((blue: number) => blue >= 97),
    )
  }
})

test('an SVG of no size in which nothing is drawn is blank', async () => {
  expect(await measure(draw('', '<g/>'))).toBe('blank')
})

test.each([
  ['plain', 'style="fill:var(--a, #00f)"'],
  ['as an attribute', 'fill="var( --a)"'],
  ['behind a comment', 'style="fill:var(/* */--a)"'],
  ['written in numbers', 'style="fill:v&#97;r(--a)"'],
  ['written in escapes', 'style="fill:v\\61 r(--a)"'],
])('var() is refused: %s', async (_name, attributes) => {
  expect(await readLogo(draw(sized, rect(attributes)))).toMatchObject({
    outcome: 'refused',
    reason: 'svg-variables',
    message: expect.stringContaining('var()'),
  })
})

test.each([
  ['in single quotes', `fill="url('x.svg#a')"`],
  ['in quotes written as entities', 'fill="url(&quot;x.svg#a&quot;)"'],
  ['written in numbers', 'fill="u&#114;l(x.svg#a)"'],
  ['written in escapes', 'style="fill:u\\72l(x.svg#a)"'],
  ['written in long numbers', 'fill="u&#x0000000072;l(x.svg#a)"'],
  ['written in capitals', 'fill="url&#x28;x&#x2F;y.svg#a)"'],
  ['behind a comment that is none', 'style="fill:url(x.svg#a)" class="*/"><desc>/*</desc></rect><rect'],
])('a part of another file is refused: %s', async (_name, attributes) => {
  expect(await measure(draw(sized, rect(attributes)))).toBe('svg-outside')
})

test.each([
  ['avif', ['mif1', 'miaf']],
  ['avis', ['avif', 'mif1']],
  ['mif1', ['avif', 'miaf', 'MA1B']],
  ['miaf', ['mif1', 'MA1A', 'avif']],
  ['mif1', ['miaf', 'avis', 'avif']],
])('an AVIF of the brand %s, with %j, is read', async (main, others) => {
  const blue = { r: 0, g: 0, b: 255, alpha: 1 }
  const avif = await plainLogo(300, 100, blue).avif({ lossless: true }).toBuffer()
  const size = avif.readUInt32BE(0)
  const brands = Buffer.concat([Buffer.from(main), Buffer.alloc(4), ...others.map((brand) => Buffer.from(brand))])
  // Offsets in the file count from its start, so its first box keeps its size.
  expect(brands.length).toBeLessThanOrEqual(size - 8)
  const file = Buffer.from(avif)
  Buffer.concat([brands, Buffer.from('mif1'.repeat(size))]).copy(file, 8, 0, size - 8)
  expect(await measure(file)).toEqual({ size: '300x100', blue: 100 })
})
