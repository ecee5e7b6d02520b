import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, pairs, parseTokens } from '@/app/styleguide/tokens'

const read = (file: string) => readFileSync(file, 'utf8')
const filesIn = (folder: string, kind: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => path.posix.join(folder, name))
const sheets = filesIn('app', /\.css$/)
const markup = [...filesIn('app', /\.tsx?$/), ...filesIn('components', /\.tsx?$/)]

test('every class in the style sheets is used in the markup', () => {
  const words = new Set(markup.flatMap((file) => read(file).match(/[\w-]+/g) ?? []))
  const classes = sheets.flatMap((sheet) => {
    const selectors =
      read(sheet)
        .replace(/\/\*[^]*?\*\/|"[^"]*"|'[^']*'/g, '')
        .match(/[^{}]+(?=\{)/g) ?? []
    return selectors.flatMap((selector) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => ({ sheet, name })),
    )
  })
  expect(classes.length).toBeGreaterThan(100)
  expect(classes.filter(({ name }) => !words.has(name))).toEqual([])
})

test('every token is used, and every token used is defined', () => {
  const all = sheets.map(read).join('\n') + markup.map(read).join('\n')
  const tokens = parseTokens(read('app/styles/tokens.css')).map(({ name }) => name)
  const elsewhere = ['font-display', 'font-text', 'font-digits'] // defined in app/fonts.ts
  const used = new Set([...all.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name))
  expect(tokens.filter((name) => !used.has(name))).toEqual([])
  expect([...used].filter((name) => !tokens.includes(name) && !elsewhere.includes(name))).toEqual([])
})

describe('colours', () => {
  const tokens = parseTokens(read('app/styles/tokens.css'))

  test.each(pairs)('$front has a contrast of $least to 1 on $back', ({ front, back, least }) => {
    for (const scheme of ['light', 'dark'] as const) {
      const [one = '', other = ''] = [front, back].map((name) => tokens.find((token) => token.name === name)?.[scheme])
      expect(contrast(one, other), scheme).toBeGreaterThanOrEqual(least)
    }
  })

  // Black on white is 21 by definition; #767676 is the darkest grey that passes on white in WebAIM's checker, with
  // 4.54.
  test.each([
    ['#000000', '#ffffff', 21],
    ['#767676', '#ffffff', 4.54],
    ['#0b6159', '#0b6159', 1],
  ])('%s on %s is %d to 1', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
    expect(contrast(other, one)).toBeCloseTo(ratio, 2)
  })
})

test('the style guide shows every component', () => {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, name = ''] of read(file).matchAll(/from '([^']+)'/g)) {
      const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name.replace(/^@\//, '')
      if (markup.includes(`${target}.tsx`)) visit(`${target}.tsx`)
    }
  }
  for (const file of ['app/site-frame.tsx', 'app/(reading)/error.tsx', 'app/styleguide/page.dev.tsx']) visit(file)
  // The staff desk's components appear on its own pages, and a script has nothing to show.
  const elsewhere = /^components\/(?:desk\/|site\/own-script\.tsx$)/
  expect(filesIn('components', /\.tsx$/).filter((file) => !elsewhere.test(file) && !seen.has(file))).toEqual([])
})
