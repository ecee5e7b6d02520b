import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawCard } from '@/app/og/draw-card'
import { palette } from '@/app/og/card-picture'
import { cardSize, composeAlt, composeSeatCard, drawable, shareCards } from '@/lib/campaign/model/share-card'
import { parseDirectorySeed } from '@/lib/members/model/seed'

const { seats } = parseDirectorySeed(readFileSync('prisma/seed/seats.json', 'utf8'))

test('the colours match the site’s', () => {
  const tokens = readFileSync('app/styles/tokens.css', 'utf8')
  for (const colour of Object.values(palette)) expect(tokens).toContain(colour)
})

test('all constituencies’ and MPs’ names can be drawn as written', () => {
  for (const { name, member } of seats) {
    expect(drawable(name)).toBe(name.normalize('NFC'))
    if (member) expect(drawable(member.name)).toBe(member.name.normalize('NFC'))
  }
})

test('letters missing from the fonts lose their accent or are left out', () => {
  expect(drawable('Ŵ é ǻ 中 🙂')).toBe('Ŵ é a  ')
})

test.each([
  ...Object.values(shareCards),
  composeSeatCard('Ynys Môn', 'Llinos Medi'),
  composeSeatCard('Cumbernauld and Kirkintilloch', null),
])('draws $title at the size that networks ask for', async (card) => {
  const png = await drawCard(card)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(cardSize)
  expect(composeAlt(card)).toContain(card.title)
})
