import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { detectLogoFile } from '@/lib/supporters/model/logo-file'
import { readLogo } from '@/lib/supporters/read-logo'
import { plainLogo, pngChunk, pngOf, svg, words } from '../../fixtures/logo-files'

vi.setConfig({ testTimeout: 60_000 }) // each picture starts a process

/** What is kept of a file, and the file as a reader sees it. */
async function keep(bytes: Uint8Array) {
  const answer = await readLogo(bytes)
  if (answer.outcome === 'refused') throw new Error(answer.reason)
  const { logo } = answer
  const { data } = await sharp(logo.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { logo, metadata: await sharp(logo.bytes).metadata(), firstPixel: [...data.subarray(0, 4)] }
}

test('a large one is made small, a small one is left, transparency stays', async () => {
  const large = await keep(await plainLogo(1_920, 480).png().toBuffer())
  expect(large.logo).toMatchObject({ type: 'image/webp', width: 480, height: 120 })
  expect(large.firstPixel.map((value, at) => Math.abs(value - ([200, 30, 60, 128][at] ?? 0)) <= 1)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect((await keep(await plainLogo(100, 1_000).png().toBuffer())).logo).toMatchObject({ width: 24, height: 240 })
  expect((await keep(await plainLogo(64, 32).webp().toBuffer())).logo).toMatchObject({ width: 64, height: 32 })
})

test('every type is read, whatever the file is called', async () => {
  for (const type of ['png', 'jpeg', 'webp', 'avif'] as const) {
    expect((await keep(await plainLogo().toFormat(type).toBuffer())).logo).toMatchObject({
      type: 'image/webp',
      width: 300,
      height: 100,
    })
  }
})

test('the same file gives the same hash', async () => {
  const bytes = await plainLogo().png().toBuffer()
  expect((await keep(bytes)).logo.hash).toBe((await keep(bytes)).logo.hash)
})

test('an SVG is drawn at the size that is kept, with references inside it', async () => {
  const small = await keep(
    svg(
      '<defs><linearGradient id="g"/></defs><a href="https://example.org/"><rect fill="url(#g)" width="9" height="9"/></a><use xlink:href= "#g"/>',
      'viewBox="0 0 20 10"',
    ),
  )
  expect(small.logo).toMatchObject({ type: 'image/webp', width: 480, height: 240 })
  expect((await keep(svg('', 'width="9000" height="9000" viewBox="0 0 50 50"'))).logo).toMatchObject({
    width: 240,
    height: 240,
  })
  const prolog = Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand --><!-- twice -->\n')
  expect((await keep(Buffer.concat([prolog, svg('<script>alert(1)</script>')]))).firstPixel).toEqual([255, 0, 0, 255])
})

test('CMYK, 16 bits and grey become sRGB', async () => {
  const red = { r: 255, g: 0, b: 0, alpha: 1 }
  const cmyk = await plainLogo(300, 100, red).flatten().toColourspace('cmyk').jpeg().toBuffer()
  expect(await sharp(cmyk).metadata()).toMatchObject({ space: 'cmyk' })
  const kept = await keep(cmyk)
  expect(kept.metadata).toMatchObject({ space: 'srgb' })
  expect(kept.firstPixel[0]).toBeGreaterThan(200)
  expect(kept.firstPixel[1]).toBeLessThan(80)
  const deep = await plainLogo().toColourspace('rgb16').png().toBuffer()
  expect(await sharp(deep).metadata()).toMatchObject({ depth: 'ushort' })
  expect((await keep(deep)).firstPixel).toEqual([200, 30, 60, 128])
  expect((await keep(await plainLogo().greyscale().png().toBuffer())).metadata).toMatchObject({
    space: 'srgb',
    depth: 'uchar',
  })
})

test('where it was taken, its profile and its words are gone, and it is the right way up', async () => {
  const exif = { IFD0: { Copyright: 'Secret Person' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } }
  const bytes = await plainLogo()
    .flatten()
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect(await sharp(bytes).metadata()).toMatchObject({
    orientation: 6,
    exif: expect.anything(),
    icc: expect.anything(),
    xmp: expect.anything(),
  })
  const { logo, metadata } = await keep(bytes)
  expect([metadata.exif, metadata.icc, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(Buffer.from(logo.bytes).toString('latin1')).not.toMatch(/Secret|GPS|Exif/)
  expect([logo.width, logo.height]).toEqual([80, 240])
})

test('the first frame of an animation is kept', async () => {
  const frames = Buffer.concat([
    Buffer.alloc(32 * 32 * 3, Buffer.of(255, 0, 0)),
    Buffer.alloc(32 * 32 * 3, Buffer.of(0, 0, 255)),
  ])
  const webp = await sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } })
    .webp({ lossless: true })
    .toBuffer()
  expect(await sharp(webp).metadata()).toMatchObject({ pages: 2 })
  const kept = await keep(webp)
  expect(kept.metadata.pages ?? 1).toBe(1)
  expect(kept.firstPixel).toEqual([255, 0, 0, 255])
  const rows = Buffer.concat(
    Array.from({ length: 32 }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(32 * 4, Buffer.of(0, 255, 0, 255))])),
  )
  const apng = pngOf(
    32,
    32,
    rows,
    Buffer.concat([
      pngChunk('acTL', words(1, 0)),
      pngChunk('fcTL', Buffer.concat([words(0, 32, 32, 0, 0), Buffer.alloc(6)])),
    ]),
  )
  expect((await keep(apng)).firstPixel).toEqual([0, 255, 0, 255])
})

test('what is hidden behind a picture does not come along', async () => {
  const polyglot = Buffer.concat([
    await plainLogo().png().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ])
  expect(Buffer.from((await keep(polyglot)).logo.bytes).toString('latin1')).not.toMatch(/script|PK/)
  const worded = pngOf(
    32,
    32,
    Buffer.concat(Array.from({ length: 32 }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(128, 255)]))),
    pngChunk('tEXt', Buffer.from('Comment\0<?php system(1);')),
  )
  expect(Buffer.from((await keep(worded)).logo.bytes).toString('latin1')).not.toContain('php')
})

test('a picture of pure noise is small enough, too', async () => {
  const noise = Buffer.from(Array.from({ length: 480 * 240 * 4 }, (_none, at) => ((at * 2_654_435_761) >>> 13) % 256))
  const { logo } = await keep(
    await sharp(noise, { raw: { width: 480, height: 240, channels: 4 } })
      .png()
      .toBuffer(),
  )
  expect(logo.bytes.length).toBeLessThan(200_000)
})

test('the type of any bytes is told without a fault, and quickly', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      (bytes) => void expect(Object.keys(detectLogoFile(bytes))).toHaveLength(1),
    ),
  )
  for (const piece of [
    '<!-- -->',
    '<a ',
    '<?x?>',
    '<svg:',
    ' href=',
    'url( ',
    '<x',
    '&#9;',
    '\\7 ',
    '/*',
    '/**/',
    '<svg a="',
  ]) {
    const started = performance.now()
    detectLogoFile(Buffer.concat([Buffer.from('<svg '), Buffer.from(piece.repeat(4_000_000 / piece.length))]))
    expect(performance.now() - started, piece).toBeLessThan(3_000)
  }
})

test('a renderer that does not start is a fault, and not blamed on the file', async () => {
  const elsewhere = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere')
  await expect(readLogo(svg(''))).rejects.toThrow('exited with code 1')
  elsewhere.mockRestore()
})
