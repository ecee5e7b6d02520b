import { expect, test } from 'vitest'
import { composeFindMpText } from '@/lib/postcodes/words'
import { outcomeExamples } from '@/app/styleguide/outcomes'

test('every outcome has words of its own', () => {
  const outcomes = Object.values(outcomeExamples).flat()
  const texts = outcomes.map(composeFindMpText)
  expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(outcomes.length)
  for (const text of texts) {
    expect(text.heading).toMatch(/\w/)
    expect(text.fieldError !== null || text.paragraphs.length > 0).toBe(true)
    for (const { href } of text.links) expect(href).toMatch(/^(\/(find|take-action)|https:\/\/www\.)/)
  }
})
