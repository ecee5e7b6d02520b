import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isElsewhere, normalisePostcode } from '@/lib/postcodes/model/form'
import { isNorthernIreland, placeOutsideConstituencies, readPostcode } from '@/lib/postcodes/model/postcode'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const [letter, digit] = [fc.constantFrom(...letters), fc.constantFrom(...'0123456789')]
const outcodes = fc.oneof(
  fc.tuple(letter, digit),
  fc.tuple(letter, digit, fc.oneof(letter, digit)),
  fc.tuple(letter, letter, digit),
  fc.tuple(letter, letter, digit, fc.oneof(letter, digit)),
)
const postcodes = fc
  .tuple(outcodes, digit, letter, letter)
  .map(([outcode, ...incode]) => `${outcode.join('')} ${incode.join('')}`)
  .filter((postcode) => placeOutsideConstituencies(postcode) === null)
const noise = fc.string({
  unit: fc.constantFrom(...' \t\n\r\0-‐–—―−.,;:!?\'"“”‘’«»()[]<>/\\|*_#\u00a0\u200b\u200d\u2060\ufeff\u3000\u00ad'),
  maxLength: 6,
})

function firstReading(input: string): string | undefined {
  const reading = readPostcode(input)
  return reading.kind === 'readings' ? reading.readings[0] : undefined
}

function readings(input: string): string[] {
  const reading = readPostcode(input)
  return reading.kind === 'readings' ? reading.readings : []
}

const toFullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

describe('readPostcode', () => {
  it('reads any postcode through any noise, case and width', () => {
    fc.assert(
      fc.property(
        postcodes,
        fc.array(noise, { minLength: 9, maxLength: 9 }),
        fc.boolean(),
        fc.boolean(),
        (postcode, noises, isLower, isWide) => {
          const cased = isLower ? postcode.toLowerCase() : postcode
          const noisy = [...(isWide ? toFullWidth(cased) : cased)].map((c, at) => c + (noises[at] ?? '')).join('')
          expect(firstReading((noises[8] ?? '') + noisy)).toBe(postcode)
        },
      ),
    )
  })

  it('offers the postcode that was meant when O and 0, I and 1 are mixed up', () => {
    const meant = postcodes.filter((postcode) => !/^.(?:I|.+[OI])/.test(postcode))
    const swap = new Map([
      ['0', 'O'],
      ['1', 'I'],
      ['O', '0'],
      ['I', '1'],
    ])
    fc.assert(
      fc.property(meant, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (postcode, swaps) => {
        const typed = [...postcode].map((c, at) => (swaps[at] ? (swap.get(c) ?? c) : c)).join('')
        expect(readings(typed)).toContain(postcode)
      }),
    )
  })

  it('repairs letters typed as digits', () => {
    expect(readings('0X1 1AA')).toEqual(['OX1 1AA'])
    expect(readings('1P1 1AA')).toEqual(['IP1 1AA'])
    expect(readings('S01 1AA')).toEqual(['S01 1AA', 'SO1 1AA'])
    expect(readings('W1O 1AA')).toEqual(['W1O 1AA', 'W10 1AA'])
  })

  it('never throws, and hands out only what it can read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.string({ unit: 'grapheme' }),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        ),
        (input) => {
          for (const postcode of readings(input)) expect(firstReading(postcode)).toBe(postcode)
        },
      ),
    )
  })

  it('takes no time over an essay', () => {
    const start = performance.now()
    expect(readPostcode('SW1A 0AA'.repeat(5_000_000))).toEqual({ kind: 'invalid' })
    expect(readPostcode('\ud800'.repeat(1_000_000))).toEqual({ kind: 'invalid' })
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  it.each([
    '',
    ' ',
    'SW1A',
    'SW1A 0A',
    'SW1A 0AAA',
    'hello',
    '12345',
    'ＳＷ１Ａ',
    'SW1А 0AA',
    'ŚW1A 0AA',
    '\0',
    '\ud800',
  ])('cannot read %j', (input) => {
    expect(readPostcode(input)).toEqual({ kind: 'invalid' })
  })

  it.each([
    ['gy1 1aa', 'channel-islands', 'GY1 1AA'],
    ['JE2 3AB', 'channel-islands', 'JE2 3AB'],
    ['1M1 1AA', 'isle-of-man', 'IM1 1AA'],
    ['BFPO 57', 'forces', 'BFPO 57'],
    ['bfp0-801', 'forces', 'BFPO 801'],
    ['BF1 2AA', 'forces', 'BF1 2AA'],
    ['GX11 1AA', 'overseas', 'GX11 1AA'],
    ['fiqq1zz', 'overseas', 'FIQQ 1ZZ'],
    ['AI–2640', 'overseas', 'AI-2640'],
    ['KY1-1001', 'overseas', 'KY1-1001'],
    ['VG1110', 'overseas', 'VG1110'],
  ])('knows that %s has no Member', (input, place, postcode) => {
    expect(readPostcode(input)).toEqual({ kind: 'outside', place, postcode })
  })
})

describe('the parts of a postcode', () => {
  it('tells Northern Ireland and the islands from Great Britain', () => {
    expect(['BT1 1AA', 'B1 1AA', 'BT99 9ZZ'].map(isNorthernIreland)).toEqual([true, false, true])
    expect(['KY1 1AA', 'B1 1AA', 'GL1 1AA', 'JE2', 'IM1 1AA'].map(placeOutsideConstituencies)).toEqual([
      null,
      null,
      null,
      null,
      'isle-of-man',
    ])
  })
})

describe('normalisePostcode', () => {
  it('has one form for all ways to type a postcode, and agrees with the reader', () => {
    expect(['m145aa.', ' M14  5AA ', 'm14-5aa', 'Ｍ14 5ＡＡ'].map(normalisePostcode)).toEqual(Array(4).fill('M14 5AA'))
    expect(normalisePostcode('MI 4AA')).toBe('M1 4AA')
    fc.assert(
      fc.property(postcodes, (postcode) => {
        expect(normalisePostcode(postcode.toLowerCase().replace(' ', ''))).toBe(firstReading(postcode))
      }),
    )
  })

  it('leaves what it can’t read as it is, in upper case', () => {
    expect([' near bath ', '', 'M14', '12345'].map(normalisePostcode)).toEqual(['NEAR BATH', '', 'M14', '12345'])
    expect(readings('IO1 1AA')).toHaveLength(2)
    expect(normalisePostcode('IO1 1AA')).toBe('IO1 1AA')
  })
})

describe('a postcode that may be in an area', () => {
  it('is doubted only when it is whole and its first half is another', () => {
    fc.assert(
      fc.property(postcodes, (postcode) => {
        const outcode = postcode.split(' ')[0] ?? ''
        expect(isElsewhere(postcode, ['ZZ99', outcode])).toBe(false)
        expect(isElsewhere(postcode, ['ZZ99'])).toBe(true)
        expect(isElsewhere(postcode, [])).toBe(false) // nobody knows
        expect(isElsewhere(outcode, ['ZZ99'])).toBe(false) // not whole
      }),
    )
  })

  it('is in Northern Ireland when it begins with BT', () => {
    expect(isElsewhere('BT1 5GS', ['BT'])).toBe(false)
    expect(isElsewhere('B1 1AA', ['BT'])).toBe(true)
  })
})
