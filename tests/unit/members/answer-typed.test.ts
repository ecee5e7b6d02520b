import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerTyped, type TypedAnswer } from '@/lib/members/answer-typed'
import { directorySeed } from '@/lib/members/data/read-seed'
import { composeNamedSeat } from '@/lib/members/model/named-seats'
import { createNameIndex, type NameIndex } from '@/lib/members/model/search-names'
import { loadPlaces } from '@/lib/members/places/load'
import { loadPostcodeIndex } from '@/lib/postcodes/index/load'
import { composeFindMpText } from '@/lib/postcodes/words'
import * as recorded from '@/tests/fixtures/postcodes-io'
import { startReplayedPostcodesIo } from '@/tests/fixtures/replayed-postcodes-io'
import { nameInputs, postcodeInputs } from '@/tests/fixtures/typed-inputs'

let names: NameIndex
beforeAll(() => {
  const seats = directorySeed().seats.map(({ slug, name, member, code, region }) =>
    composeNamedSeat({ slug, name, mp: member }, code, region),
  )
  names = createNameIndex(seats, loadPlaces())
})

function answer(typed: string): Promise<TypedAnswer> {
  return answerTyped(typed, { postcodes: loadPostcodeIndex(), getNames: async () => names, client: null })
}

/** The outcome in one word, and the constituency that comes first, if there is one. */
function describeAnswer(shown: TypedAnswer): [outcome: string, first: string | undefined] {
  const [group] = composeFindMpText(shown).choices
  if (shown.outcome === 'found') return [shown.isRepaired ? 'repaired' : 'found', shown.seat.name]
  return [shown.outcome === 'names' && !shown.isExact ? 'nearly' : shown.outcome, group?.seats[0]?.name]
}

test('there are a hundred inputs at least', () => {
  expect(postcodeInputs.length + nameInputs.length).toBeGreaterThanOrEqual(100)
})

test.each([...postcodeInputs, ...nameInputs])('%j is %s %s', async (typed, outcome, first) => {
  const [gotOutcome, gotFirst] = describeAnswer(await answer(typed))
  expect([gotOutcome, first === undefined ? undefined : gotFirst]).toEqual([outcome, first])
})

describe('what is shown', () => {
  test('quotes what was typed, not what we read it as', async () => {
    expect(composeFindMpText(await answer(' GIR  0AA ')).heading).toBe('We can’t find GIR 0AA')
    expect(composeFindMpText(await answer('Ml4 5AA')).paragraphs[0]).toContain('“Ml4 5AA”')
  })

  test('London is the 75 constituencies of London, without Londonderry', async () => {
    const shown = await answer('London')
    const choices = shown.outcome === 'names' ? shown.choices.map(({ name }) => name) : []
    expect(choices).toHaveLength(75)
    expect(choices).not.toContain('East Londonderry')
  })

  test('a town is listed beside the constituency of its name when more was typed', async () => {
    const shown = await answer('Ashford, Middlesex')
    expect(shown.outcome === 'names' ? shown.choices.map(({ name }) => name) : []).toEqual(
      expect.arrayContaining(['Ashford', 'Spelthorne']),
    )
  })

  test.each(['St Ives, Cambridgeshire', 'St Ives Cambs', 'saint ives, cambs'])(
    '“%s” is the one in Huntingdon’s constituency',
    async (text) => {
      const shown = await answer(text)
      const names = shown.outcome === 'names' ? shown.choices.map(({ name }) => name) : [shown.outcome]
      expect(names).toContain('Huntingdon')
    },
  )

  test('places of the same name have their district or region, and the MP', async () => {
    const shown = await answer('Newport')
    if (shown.outcome !== 'names') throw new Error(shown.outcome)
    expect(new Set(shown.choices.map(({ note }) => note)).size).toBeGreaterThan(3)
    for (const { mp } of shown.choices) expect(mp?.name).toMatch(/\w/)
  })

  test('a postcode in Northern Ireland has all 18 constituencies, each once', async () => {
    for (const typed of ['BT7', 'BT61 7AA', 'BT99 1AA']) {
      const seats = composeFindMpText(await answer(typed)).choices.flatMap((group) => group.seats)
      expect(new Set(seats.map(({ href }) => href)).size).toBe(18)
      expect(seats).toHaveLength(18)
      expect(composeFindMpText(await answer(typed)).paragraphs.join()).not.toContain('few minutes')
    }
  })

  test('every district of Northern Ireland leads to the constituencies of its post town', async () => {
    for (let district = 1; district <= 82; district++) {
      const shown = await answer(`BT${district}`)
      if (shown.outcome !== 'northern-ireland') throw new Error(shown.outcome)
      expect([district, shown.town === null || shown.likely.length > 0]).toEqual([district, true])
    }
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    'M14 5AA',
    'BT7',
    'M14',
    ' ',
    '\n',
    ',',
    'Bath',
    'Keir',
    '%20',
    '&nbsp;',
    'O',
    '0',
    'l',
    '1',
    'S',
    '5',
    '\u0000',
    '٥',
    'М',
    '\ud800',
    'é',
    '"',
    '<b>',
    'MP',
    'St',
    "'",
    '-',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 10_000 }),
    fc.string({ unit: 'grapheme', maxLength: 10_000 }),
    fc.array(pieces, { maxLength: 2_000 }).map((all) => all.join('').slice(0, 10_000)),
  )

  test('of up to 10,000 characters has an answer with a way on, and none takes 50 ms', async () => {
    await answer('Bath')
    const times: number[] = []
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const before = process.cpuUsage()
        const shown = composeFindMpText(await answer(text))
        const { user, system } = process.cpuUsage(before)
        times.push((user + system) / 1_000)
        expect(shown.heading).toMatch(/\S/)
        expect(shown.fieldError !== null || shown.links.length + shown.choices.length > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
    times.sort((a, b) => a - b)
    // Processor time, since the machine may be busy; a collection of garbage may fall into any one.
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(50)
  })

  test.each([
    ['words', 'manchester '.repeat(1_000)],
    ['unknown words', 'xyzzyqq plugh '.repeat(800)],
    ['postcodes', 'M14 5AA SW1A 1AA '.repeat(600)],
    ['digits', '1'.repeat(10_000)],
    ['likely postcodes', 'Ml4 5AA '.repeat(1_250)],
    ['entities', '&#160;'.repeat(1_600)],
    ['per cent', '%F0%9F'.repeat(1_600)],
    ['one long word', 'a'.repeat(10_000)],
  ])('of 10,000 characters of %s too', async (_, text) => {
    await answer(text)
    const before = process.cpuUsage()
    expect((await answer(text)).outcome).toMatch(/\w/)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(50)
  })
})

test('a postcode that postcodes.io doesn’t know has the constituencies of its post town', async () => {
  const { client } = await startReplayedPostcodesIo({ '*': { status: 404, body: recorded.notFound } })
  const deps = { postcodes: loadPostcodeIndex(), getNames: async () => names, client }
  const shown = await answerTyped('BT61 7ZZ', deps)
  expect(shown).toMatchObject({ outcome: 'not-found', choices: [{ name: 'Newry and Armagh' }] })
})

test('while postcodes.io doesn’t answer, Northern Ireland has its question, and may try again', async () => {
  const { client } = await startReplayedPostcodesIo({ '*': { status: 503, body: '' } })
  const deps = { postcodes: loadPostcodeIndex(), getNames: async () => names, client }
  expect(await answerTyped('BT7 1NN', deps)).toMatchObject({ outcome: 'northern-ireland', canRetry: true })
})
