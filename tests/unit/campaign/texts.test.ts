import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asks } from '@/lib/campaign/model/asks'
import { formatPairs, parsePairs, parseProse } from '@/lib/campaign/model/prose'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
import { textForms } from '@/lib/campaign/model/text-fields'
import { parseTextAudit, toTextAudit } from '@/lib/campaign/model/text-snapshot'
import type { Fields } from '@/lib/shared/model/merge'
import { composeAsks, composeTexts, isTextSection, pickChanged, toTextFields } from '@/lib/campaign/model/texts'

test('the desk has a field for every text, long enough for the shipped one', () => {
  const named = Object.entries(textForms).map(([section, { fields }]) => [section, fields.map(({ name }) => name)])
  expect(named).toEqual(Object.entries(shippedTexts).map(([section, fields]) => [section, Object.keys(fields)]))
  for (const [section, { fields }] of Object.entries(textForms)) {
    const texts = isTextSection(section) ? toTextFields(section, {}) : {}
    for (const { name, kind, max } of fields) {
      const text = texts[name] ?? ''
      expect(text.length, `${section}.${name}`).toBeLessThanOrEqual(max)
      if (kind !== 'day') expect(text, `${section}.${name}`).not.toBe('')
      if (kind === 'line') expect(text).not.toContain('\n')
      if (kind === 'pairs') expect(parsePairs(text), `${section}.${name}`).not.toBeNull()
    }
  }
})

test('a text is made of paragraphs and lists, with bold and links', () => {
  expect(parseProse('One **bold**\nline.\n\n- a\n- [b](/about)\n\n\n- no\nlist')).toEqual([
    {
      kind: 'paragraph',
      parts: [
        { text: 'One ', isBold: false, href: null },
        { text: 'bold', isBold: true, href: null },
        { text: ' line.', isBold: false, href: null },
      ],
    },
    {
      kind: 'list',
      items: [[{ text: 'a', isBold: false, href: null }], [{ text: 'b', isBold: false, href: '/about' }]],
    },
    { kind: 'paragraph', parts: [{ text: '- no list', isBold: false, href: null }] },
  ])
})

test('whatever the text, no word is lost', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('\n', '\n\n', '- ', '**', '[x](y)'))
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        const parts = parseProse(text).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.parts))
        const words = (given: string) => given.match(/[\p{L}\p{N}]/gu)?.join('') ?? ''
        expect(words(parts.map((part) => part.text).join(' '))).toBe(words(text))
      },
    ),
  )
})

test('headings with texts are read as they were written, and halves are refused', () => {
  const pairs = [
    { title: 'One?', text: 'Yes.' },
    { title: 'Two', text: 'A longer text.' },
  ]
  expect(parsePairs(formatPairs(pairs))).toEqual(pairs)
  for (const text of ['', 'No heading', '## Only a heading', 'Before\n## One\nText', '## One\nText\n## Two'])
    expect(parsePairs(text), text).toBeNull()
})

test('only fields that differ from the shipped text are kept, so the others follow the next version of the site', () => {
  const fields = { ...shippedTexts.hero, title: 'Another title', invented: 'x' }
  expect(pickChanged('hero', fields)).toEqual({ title: 'Another title' })
  const texts = composeTexts(new Map([['hero', { title: 'Another title' }]]))
  expect(texts.hero).toEqual({ ...shippedTexts.hero, title: 'Another title' })
  expect(texts.problem).toEqual(shippedTexts.problem)
})

test('the asks are as published, and the shipped ones where nothing is', () => {
  expect(composeAsks(shippedTexts)).toEqual([...asks])
  const guardians = { ...shippedTexts.guardians, lead: 'New', questions: '## Why?\nBecause.' }
  expect(composeAsks({ ...shippedTexts, guardians })[0]).toMatchObject({
    lead: 'New',
    questions: [{ title: 'Why?', text: 'Because.' }],
    slug: 'guardians',
  })
})

test('what the log keeps of a section can be read back', () => {
  const drafts: (Fields | null)[] = [null, { lead: 'Drafted' }, { title: 'Published', lead: 'Drafted' }]
  for (const draft of drafts) {
    const stored = { version: 3, published: { fields: { title: 'Published' } }, draft: draft && { fields: draft } }
    expect(parseTextAudit('hero', toTextAudit('hero', stored))).toEqual({
      version: 3,
      published: { title: 'Published' },
      draft,
    })
  }
})
