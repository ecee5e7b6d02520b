import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeDraft, isEdited, type Typed, weaveParts } from '@/lib/actions/model/typed'
import { splitLetter } from '@/lib/messages/model/letter'
import type { Template } from '@/lib/messages/model/template'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { hostileString } from '../../fixtures/hostile-strings'

const body: Template = [
  { text: 'Dear Ann,\n\nI live in Bath.\n\n' },
  { variable: 'why_it_matters', otherwise: 'No child should be alone.' },
  { text: ' ' },
  { variable: 'local_link' },
  { text: '\n\nWill you ask?\n\nYours sincerely,\n' },
  { variable: 'sender_name', otherwise: 'A constituent in Bath' },
  { text: '\n' },
  { variable: 'sender_postcode' },
]
const parts = splitLetter(body)
const start: Typed = { post: 'p', subject: 's', parts: [], details: noDetails }
const write = (typed: Typed) => composeDraft({ ...typed, parts: weaveParts(parts, typed) }).body

test('a letter has a greeting, own words after the first line, and a signature', () => {
  expect(parts.map(({ role }) => role)).toEqual(['greeting', 'text', 'own-words', 'text', 'signature'])
  expect(write(start)).toBe(
    'Dear Ann,\n\nI live in Bath.\n\nNo child should be alone.\n\nWill you ask?\n\nYours sincerely,\nA constituent in Bath',
  )
})

test('an edited paragraph stays while the others follow their fields', () => {
  const first = weaveParts(parts, start)
  const edited = first.map((part, at) => (at === 3 ? { ...part, text: 'Mine.' } : part))
  const named = { ...noDetails, sender_name: 'Ann Example', why_it_matters: 'I teach' }
  const second = weaveParts(parts, { ...start, parts: edited, details: named })
  expect(second.map(({ text }) => text)).toEqual([
    'Dear Ann,',
    'I live in Bath.',
    'I teach.',
    'Mine.',
    'Yours sincerely,\nAnn Example',
  ])
  expect(second.map(isEdited)).toEqual([false, false, false, true, false])
  const third = weaveParts(parts, { ...start, parts: second, details: { ...named, sender_name: 'Ann Other' } })
  expect(third[4]?.text).toBe('Yours sincerely,\nAnn Other')
})

test('a paragraph that was edited back to what it would be is no longer edited', () => {
  const details = { ...noDetails, sender_name: 'Ann' }
  const woven = weaveParts(parts, { ...start, details })
  const restored = weaveParts(parts, start).map((part, at) => ({ ...part, text: woven[at]?.text ?? '' }))
  expect(weaveParts(parts, { ...start, details, parts: restored }).some(isEdited)).toBe(false)
})

test('whatever is typed, weaving twice changes nothing, and an edited paragraph is never lost', () => {
  const typed = fc.record({
    post: hostileString,
    subject: hostileString,
    details: fc.record({
      sender_name: hostileString,
      sender_address: hostileString,
      sender_postcode: hostileString,
      why_it_matters: hostileString,
      local_link: hostileString,
    }),
    parts: fc.array(fc.record({ text: hostileString, was: hostileString }), { maxLength: 8 }),
  })
  fc.assert(
    fc.property(typed, (given) => {
      const once = weaveParts(parts, given)
      expect(weaveParts(parts, { ...given, parts: once })).toEqual(once)
      for (const [at, part] of given.parts.slice(0, parts.length).entries())
        if (isEdited(part)) expect([part.text, once[at]?.was]).toContain(once[at]?.text)
    }),
  )
})
