import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleScripts } from '@/lib/cli/build-scripts.mjs'
import { root } from '@/lib/shared/project.mjs'

const maxBytes: Record<string, number> = { letter: 20_000, postcode: 3_000, wall: 3_000 }

test('the scripts of public pages are small: Brotli, as they are sent', async () => {
  const scripts = await bundleScripts(root)
  const sizes = scripts.map(({ name, bytes }) => ({ name, size: brotliCompressSync(bytes).length }))
  for (const { name, size } of sizes) console.log(`${name}: ${size} of ${maxBytes[name]} bytes`)
  expect(sizes.map(({ name }) => name).sort()).toEqual(Object.keys(maxBytes))
  expect(sizes.filter(({ name, size }) => size > (maxBytes[name] ?? 0))).toEqual([])
})

test('the scripts contain nothing that only servers need', async () => {
  const scripts = await bundleScripts(root)
  const texts = scripts.map(({ bytes }) => Buffer.from(bytes).toString())
  expect(texts.filter((text) => /\breact\b|process\.env|from"/i.test(text))).toEqual([])
})
