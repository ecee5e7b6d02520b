import { describe, expect, it } from 'vitest'
import { decideFromIndex } from '@/lib/postcodes/index/decide'
import { formatLookupRow } from '@/lib/postcodes/index/lookup-row'
import { nearestLivePostcode } from '@/lib/postcodes/index/nearest'
import { indexOf } from './collections'

const index = indexOf(
  {
    'SW1A 0AA': 'E14000001',
    'SW1A 0AP': 'E14000002',
    'SO1 1AA': 'E14000003',
    'S01 1AB': 'E14000004',
    'SO1 1AB': 'E14000003',
    'W10 1AA': 'E14000005',
  },
  ['SW1A 0AB', 'SO9 9ZZ', 'W10 1AB'],
)

describe('decideFromIndex', () => {
  it('finds what was typed', () => {
    expect(decideFromIndex(index, ' sw1a0aa ')).toEqual({
      kind: 'live',
      postcode: 'SW1A 0AA',
      code: 'E14000001',
      isRepaired: false,
    })
  })

  it('repairs where exactly one reading is live', () => {
    expect(decideFromIndex(index, 'SWIA OAA')).toEqual({
      kind: 'live',
      postcode: 'SW1A 0AA',
      code: 'E14000001',
      isRepaired: true,
    })
    expect(decideFromIndex(index, 'S01 1AA')).toEqual({
      kind: 'live',
      postcode: 'SO1 1AA',
      code: 'E14000003',
      isRepaired: true,
    })
    expect(decideFromIndex(index, 'W1O 1AA')).toEqual({
      kind: 'live',
      postcode: 'W10 1AA',
      code: 'E14000005',
      isRepaired: true,
    })
  })

  it('takes what was typed before any repair', () => {
    expect(decideFromIndex(index, 'S01 1AB')).toEqual({
      kind: 'live',
      postcode: 'S01 1AB',
      code: 'E14000004',
      isRepaired: false,
    })
  })

  it('does not choose between two live repairs', () => {
    expect(decideFromIndex(index, 'S0I 1AB')).toEqual({ kind: 'unknown', readings: ['S0I 1AB', 'S01 1AB', 'SO1 1AB'] })
  })

  it('offers a live neighbour for a terminated postcode', () => {
    expect(decideFromIndex(index, 'SW1A 0AB')).toEqual({
      kind: 'terminated',
      postcode: 'SW1A 0AB',
      nearest: { postcode: 'SW1A 0AA', code: 'E14000001' },
    })
    expect(decideFromIndex(index, 'W1O 1AB')).toMatchObject({ kind: 'terminated', postcode: 'W10 1AB' })
    expect(decideFromIndex(index, 'SO9 9ZZ')).toEqual({ kind: 'terminated', postcode: 'SO9 9ZZ', nearest: null })
  })

  it('leaves Northern Ireland to somebody who has its list', () => {
    expect(decideFromIndex(index, 'bt11aa')).toEqual({ kind: 'unknown', readings: ['BT1 1AA'] })
  })

  it('names the other outcomes', () => {
    expect(decideFromIndex(index, 'ZZ1 1ZZ')).toEqual({ kind: 'unknown', readings: ['ZZ1 1ZZ'] })
    expect(decideFromIndex(index, 'Westminster')).toEqual({ kind: 'invalid' })
    expect(decideFromIndex(index, 'BFPO 57')).toEqual({ kind: 'not-represented', place: 'forces' })
  })
})

describe('nearestLivePostcode', () => {
  it('stays in the sector and takes the nearest either way', () => {
    expect(nearestLivePostcode(index, 'SW1A 0AN')?.postcode).toBe('SW1A 0AP')
    expect(nearestLivePostcode(index, 'SW1A 1AA')).toBeNull()
    expect(nearestLivePostcode(index, 'nonsense')).toBeNull()
  })
})

describe('formatLookupRow', () => {
  it.each([
    ['sw1a0aa', 'SW1A 0AA,found,E14000001'],
    ['SWIA OAA', 'SW1A 0AA,found,E14000001'],
    ['SW1A 0AB', 'SW1A 0AB,terminated,'],
    ['zz11zz', 'ZZ1 1ZZ,not_found,'],
    ['BT1 1AA', 'BT1 1AA,unavailable,'],
    ['bfpo57', 'BFPO 57,not_represented,'],
    ['', ',invalid,'],
    ['=1+1', "'=1+1,invalid,"],
    [' @x', "' @x,invalid,"],
    ['a,"b"', '"a,""b""",invalid,'],
    ['-a,b', `"'-a,b",invalid,`],
  ])('writes %j as %j', (input, row) => {
    expect(formatLookupRow(index, input)).toBe(row)
  })
})
