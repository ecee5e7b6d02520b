import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { constituencySlug } from '@/lib/members/model/constituency'
import { formatDirectorySeed, parseDirectorySeed } from '@/lib/members/model/seed'
import { seatFacts } from '../../fixtures/seat-facts'

const { seats, date, credits } = seatFacts()
const byCode = new Map(seats.map((seat) => [seat.code, seat]))
const neighboursOf = (name: string) =>
  seats.find((seat) => seat.name === name)?.neighbours.map((code) => byCode.get(code)?.name)

test('650 seats in four nations and twelve regions, with date and credits', () => {
  expect(byCode.size).toBe(650)
  expect(new Set(seats.map(({ region }) => region)).size).toBe(12)
  expect(seats.filter(({ nation }) => nation === 'Northern Ireland')).toHaveLength(18)
  expect(date).toBe('2026-08-31')
  expect(credits.join()).toMatch(/Open Parliament Licence.*mySociety.*Open Government Licence/)
})

test('slugs come from the names, people sit in one seat only', () => {
  for (const { name, slug } of seats) expect(slug).toBe(constituencySlug(name))
  const ids = seats.flatMap(({ member }) => member?.id ?? [])
  expect(new Set(ids).size).toBe(ids.length)
})

test('being neighbours is mutual, and nobody has none', () => {
  for (const { code, neighbours } of seats) {
    expect(neighbours.length).toBeGreaterThan(0)
    expect(neighbours).not.toContain(code)
    for (const other of neighbours) expect(byCode.get(other)?.neighbours).toContain(code)
  }
})

test.each([
  ['Ynys Môn', ['Bangor Aberconwy']],
  ['Na h-Eileanan an Iar', ['Inverness, Skye and West Ross-shire']],
  ['Orkney and Shetland', ['Caithness, Sutherland and Easter Ross']],
  ['Isle of Wight West', ['Isle of Wight East']],
  ['Belfast South and Mid Down', ['Belfast East', 'Belfast North', 'Belfast West', 'Lagan Valley', 'Strangford']],
])('%s has the neighbours %j', (name, expected) => {
  expect(neighboursOf(name)).toEqual(expected)
})

test('the Thames does not part neighbours', () => {
  expect(neighboursOf('Cities of London and Westminster')).toEqual(
    expect.arrayContaining(['Battersea', 'Holborn and St Pancras', 'Vauxhall and Camberwell Green']),
  )
})

test('formatting what was parsed gives the file again', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../prisma/seed/seats.json'), 'utf8')
  expect(formatDirectorySeed(parseDirectorySeed(text))).toBe(text)
})

test('a handle without its source is refused', () => {
  const broken = seatFacts()
  const member = broken.seats.find((seat) => seat.member?.xHandle)?.member
  if (member) member.xSource = null
  expect(() => parseDirectorySeed(JSON.stringify(broken))).toThrow(/an X handle needs its source/)
})
