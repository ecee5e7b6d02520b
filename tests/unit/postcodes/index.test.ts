import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodePostcodeIndex } from '@/lib/postcodes/index/decode'
import { limits, fitPostcodeIndex } from '@/lib/postcodes/index/fit'
import { PostcodeIndexError } from '@/lib/postcodes/index/index-error'
import { loadPostcodeIndex, postcodeIndexFile } from '@/lib/postcodes/index/load'
import {
  areaCount,
  postcodeAt,
  sectorNumber,
  sectorsPerArea,
  unitNumber,
  unitsPerSector,
} from '@/lib/postcodes/index/numbering'
import { openPostcodeIndex } from '@/lib/postcodes/index/open'
import { memoryBytes } from '@/lib/postcodes/index/tables'
import { collect, countries, indexBytes, indexOf, normalPostcodes } from './collections'

const root = path.resolve(import.meta.dirname, '../../..')
const sample = readFileSync(path.join(root, 'tests/fixtures/postcode-per-constituency.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)

function faultOf(bytes: Uint8Array): string {
  try {
    openPostcodeIndex(bytes)
    return 'none'
  } catch (error) {
    return error instanceof PostcodeIndexError ? error.fault : `unnamed: ${String(error)}`
  }
}

describe('numbering', () => {
  it('gives every postcode its own numbers', () => {
    const sectors = fc.integer({ min: 0, max: areaCount * sectorsPerArea - 1 })
    fc.assert(
      fc.property(sectors, fc.integer({ min: 0, max: unitsPerSector - 1 }), (sector, unit) => {
        const postcode = postcodeAt(sector, unit)
        expect([sectorNumber(postcode), unitNumber(postcode)]).toEqual([sector, unit])
      }),
    )
  })

  it.each([
    '',
    'SW1A0AA',
    'sw1a 0aa',
    'SW1A  0AA',
    ' W1 0AA',
    '1W1 0AA',
    'SWAA 0AA',
    'SW1A AAA',
    'SW123 0AA',
    'SW1A 0AA ',
    'É1 0AA',
  ])('knows no sector for %j', (text) => {
    expect(sectorNumber(text) < 0 || unitNumber(text) < 0).toBe(true)
  })
})

describe('the index format', () => {
  it('answers as the lists say, after packing and unpacking', () => {
    fc.assert(
      fc.property(countries, fc.array(normalPostcodes), ({ live, terminated }, strangers) => {
        const index = openPostcodeIndex(indexBytes(live, terminated))
        expect([index.date, index.credit, index.postcodes]).toEqual(['2023-05', '© Somebody', live.size])
        for (const postcode of [...live.keys(), ...terminated.keys(), ...strangers]) {
          const code = live.get(postcode)
          const dead = terminated.has(postcode) ? { kind: 'terminated' } : { kind: 'unknown' }
          expect(index.find(postcode)).toEqual(code === undefined ? dead : { kind: 'live', code })
        }
      }),
    )
  })

  it('lists the first halves of each constituency’s live postcodes', () => {
    fc.assert(
      fc.property(countries, ({ live, terminated }) => {
        const index = openPostcodeIndex(indexBytes(live, terminated))
        for (const code of new Set(live.values())) {
          const own = [...live].filter((entry) => entry[1] === code).map(([postcode]) => postcode.split(' ')[0])
          expect(index.listOutcodes(code).toSorted()).toEqual([...new Set(own)].toSorted())
        }
        expect(index.listOutcodes('E99')).toEqual([])
      }),
    )
  })

  it('is the same whatever the order of the rows', () => {
    const live = new Map([
      ['AB1 1AA', 'S14000001'],
      ['AB1 1AB', 'E14000002'],
      ['ZE1 1AA', 'S14000003'],
    ])
    expect(indexBytes(new Map([...live].reverse()))).toEqual(indexBytes(live))
  })

  it('names the fault of damaged bytes', () => {
    const bytes = indexBytes(new Map([['AB1 1AA', 'S14000001']]))
    expect(faultOf(bytes)).toBe('none')
    expect(faultOf(new Uint8Array())).toBe('not_an_index')
    expect(faultOf(new TextEncoder().encode('<!doctype html>'))).toBe('not_an_index')
    expect(faultOf(bytes.subarray(0, 20))).toBe('truncated')
    expect(faultOf(bytes.subarray(0, bytes.length - 1))).toBe('truncated')
    expect(faultOf(bytes.map((byte, at) => (at === 4 ? 99 : byte)))).toBe('wrong_version')
    expect(faultOf(Uint8Array.from([...bytes, 0]))).toBe('damaged')
  })

  it('never answers from a file with a changed byte', () => {
    const bytes = indexBytes(
      new Map([
        ['AB1 1AA', 'S14000001'],
        ['ZE1 1AA', 'S14000002'],
      ]),
    )
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        expect(faultOf(bytes.map((byte, at) => (at === position ? byte ^ change : byte)))).toMatch(
          /^(not_an_index|wrong_version|truncated|damaged)$/,
        )
      }),
    )
  })

  it('leaves out the oldest terminated postcodes where they do not fit', () => {
    const terminated = new Map<string, number>()
    for (let sector = 0; sector < 150; sector++) {
      for (let unit = 0; unit < unitsPerSector; unit++) terminated.set(postcodeAt(sector, unit), 1000 + (unit % 100))
    }
    const live = new Map([['ZE1 1AA', 'S14000001']])
    const fitted = fitPostcodeIndex(collect(live, terminated), { date: '2023', credit: '' })
    const tables = decodePostcodeIndex(fitted.bytes)
    const counts = {
      sectors: tables.sectorKeys.length,
      runs: tables.runUnits.length,
      terminated: tables.terminated.length,
    }
    expect(fitted.terminatedKept + fitted.terminatedDropped).toBe(60_000)
    expect(fitted.terminatedKept).toBe(60_000)
    expect(memoryBytes(counts)).toBe(fitted.memoryBytes)
    const many = new Map<string, number>()
    for (const area of 'BCDEFG')
      for (const [postcode, month] of terminated) many.set(postcode.replace(/^A/, area), month)
    const trimmed = fitPostcodeIndex(collect(live, many), { date: '2023', credit: '' })
    expect(trimmed.memoryBytes).toBeLessThanOrEqual(limits.memoryBytes)
    expect(trimmed.terminatedDropped).toBeGreaterThan(0)
    const index = openPostcodeIndex(trimmed.bytes)
    const [newest, oldest] = [1099, 1000].map((month) => [...many].find((entry) => entry[1] === month)?.[0] ?? '')
    expect([index.find(newest ?? '').kind, index.find(oldest ?? '').kind, index.find('ZE1 1AA').kind]).toEqual([
      'terminated',
      'unknown',
      'live',
    ])
  })

  it('knows a postcode that came back as live', () => {
    expect(indexOf({ 'AB1 1AA': 'S14000001' }, ['AB1 1AA']).find('AB1 1AA').kind).toBe('live')
  })
})

describe('the committed index', () => {
  const bytes = readFileSync(path.join(root, postcodeIndexFile))

  it('finds a postcode of each of the 632 constituencies of Great Britain', () => {
    const index = loadPostcodeIndex()
    const found = sample.map((row) => row.split(',')).map(([postcode = '']) => [postcode, index.find(postcode)])
    expect(found).toEqual(
      sample.map((row) => row.split(',')).map(([postcode, code]) => [postcode, { kind: 'live', code }]),
    )
    expect(new Set(sample.map((row) => row.split(',')[1])).size).toBe(632)
  })

  it('has every postcode of its list, its date and its credits, within the limits', () => {
    const { date, credit, postcodes, codes, sectorKeys, runUnits, terminated } = decodePostcodeIndex(bytes)
    expect([date, postcodes, codes.length]).toEqual(['2025-10', 1_744_437, 632])
    for (const owner of ['OS data', 'Royal Mail', 'Open Government Licence', 'mySociety'])
      expect(credit).toContain(owner)
    expect(bytes.length).toBeLessThanOrEqual(limits.fileBytes)
    const counts = { sectors: sectorKeys.length, runs: runUnits.length, terminated: terminated.length }
    expect(memoryBytes(counts)).toBeLessThanOrEqual(limits.memoryBytes)
  })

  it('is loaded once', () => {
    expect(loadPostcodeIndex()).toBe(loadPostcodeIndex())
  })
})
