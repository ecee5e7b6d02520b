import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constituencyNameKey, constituencySlug } from '@/lib/members/model/constituency'
import { seatFacts } from '../../fixtures/seat-facts'

test.each([
  ['Ynys Môn', 'ynys-mon'],
  ['Na h-Eileanan an Iar', 'na-h-eileanan-an-iar'],
  ['Montgomeryshire and Glyndŵr', 'montgomeryshire-and-glyndwr'],
  ["Queen's Park and Maida Vale", 'queens-park-and-maida-vale'],
  ['Queen’s Park & Maida Vale', 'queens-park-and-maida-vale'],
  ['Inverness, Skye and West Ross-shire', 'inverness-skye-and-west-ross-shire'],
])('%s has the slug %s', (name, slug) => {
  expect(constituencySlug(name)).toBe(slug)
})

test('the 650 slugs and name keys are unique', () => {
  const { seats } = seatFacts()
  expect(new Set(seats.map(({ name }) => constituencySlug(name))).size).toBe(650)
  expect(new Set(seats.map(({ name }) => constituencyNameKey(name))).size).toBe(650)
})

test('a slug is safe in a URL, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(constituencySlug(name))),
  )
})

test('spellings of one name meet under one key', () => {
  const key = constituencyNameKey('Montgomeryshire and Glyndŵr')
  expect(constituencyNameKey('  MONTGOMERYSHIRE  and\u00A0Glyndwr ')).toBe(key)
  expect(constituencyNameKey('Queen’s Park and Maida Vale')).toBe(constituencyNameKey("Queen's Park and Maida Vale"))
})

test('different names keep different keys', () => {
  expect(constituencyNameKey('Portsmouth North')).not.toBe(constituencyNameKey('Portsmouth South'))
  expect(constituencyNameKey('Queens Park')).not.toBe(constituencyNameKey("Queen's Park"))
})
