import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawCard } from '@/app/og/draw-card'
import { palette } from '@/app/og/card-picture'
import { cardSize, composeAlt, composeSeatCard, composeShareCards, drawable } from '@/lib/campaign/model/share-card'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
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

const { share } = shippedTexts
const open = { mpName: 'Llinos Medi', isSupporter: false, isSpeaker: false }
const seat = (constituency: string, standing = {}) =>
  composeSeatCard({ constituency, ...open, ...standing }, share.title)

test.each([
  ...Object.values(composeShareCards(share, 'Example Charity')),
  seat('Ynys Môn'),
  seat('Cumbernauld and Kirkintilloch', { mpName: null }),
])('draws $title at the size that networks ask for', async (card) => {
  const png = await drawCard(card)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(cardSize)
  expect(composeAlt(card)).toContain(card.title)
})

test('cards say what the campaign asks for, who runs it, and what to say to this MP', () => {
  expect(composeShareCards(share, 'Example Charity').site).toMatchObject({
    title: 'A guardian for every trafficked child',
    foot: 'Run by Example Charity',
  })
  expect(composeShareCards(share, '').site.foot).toBe('')
  expect(seat('Ynys Môn')).toMatchObject({ title: 'Ask Llinos Medi to act', subtitle: share.title })
  expect(seat('Ynys Môn', { isSupporter: true })).toMatchObject({ title: 'Thank Llinos Medi' })
  expect(seat('Chorley', { isSpeaker: true, isSupporter: true })).toMatchObject({
    title: 'Write to Llinos Medi',
    foot: 'The Speaker, and MP for Chorley',
  })
  expect(seat('Ynys Môn', { mpName: null })).toMatchObject({ title: 'Ynys Môn', foot: 'There’s no MP here right now' })
})
