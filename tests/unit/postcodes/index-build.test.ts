import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildPostcodeIndex, type BuildResult } from '@/lib/postcodes/index-build/build'
import { findColumns } from '@/lib/postcodes/index-build/columns'
import { splitCsvLine } from '@/lib/postcodes/index-build/csv-line'
import { formatReport } from '@/lib/postcodes/index-build/report'
import { PostcodeSourceError } from '@/lib/postcodes/index-build/source-error'
import { directorySeed } from '@/lib/members/data/read-seed'
import { openPostcodeIndex } from '@/lib/postcodes/index/open'
import { zipOf } from './zip'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'postcodes '))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const constituencies = new Set(directorySeed().seats.map(({ code }) => code))

function build(files: string[], isSmallAllowed = true, date: string | null = '2024-02'): Promise<BuildResult> {
  const out = path.join(folder, 'out.bin')
  const onProgress = () => undefined
  return buildPostcodeIndex({ files, out, date, credit: null, constituencies, isSmallAllowed, onProgress })
}

function find(...postcodes: string[]): string[] {
  const index = openPostcodeIndex(readFileSync(path.join(folder, 'out.bin')))
  return postcodes.map((postcode) => {
    const answer = index.find(postcode)
    return answer.kind === 'live' ? answer.code : answer.kind
  })
}

function withWrongChecksum(zip: Buffer): Buffer {
  const position = zip.indexOf('PK\x01\x02') + 16
  return zip.fill(zip.readUInt8(position) ^ 1, position, position + 1)
}

const plain = 'postcode,pcon24cd\nAB10 1AB,S14000061\nSW1A 0AA,E14001172\nCF10 1AA,W07000081\n'
const plainCodes = ['S14000061', 'E14001172', 'W07000081', 'unknown']
const plainPostcodes = ['AB10 1AB', 'SW1A 0AA', 'CF10 1AA', 'AB10 1AD']
const directory = `\uFEFF"pcd","pcd2","pcds","dointr","doterm","pcon","pcon24cd"\r
"AB101AB","AB10 1AB","AB10 1AB","198001","","S14000001","S14000061"\r
"SW1A0AA","SW1A 0AA","SW1A 0AA","198001","","E14000639","E14001172"\r
"CF101AA","CF10 1AA","CF10 1AA","198001","","W07000051","W07000081"\r
"AB1 0AA","AB1  0AA","AB1 0AA","198001","199606","S14000002","S14000061"\r
"GIR0AA","GIR 0AA","GIR 0AA","198001","200303","",""\r
"BT1 1AA","BT1  1AA","BT1 1AA","198001","","N06000001","N05000002"\r
"JE2 3AB","JE2  3AB","JE2 3AB","198001","","L99999999","L99999999"\r
"BX1 1LT","BX1  1LT","BX1 1LT","198001","","",""\r
`

describe('building the index', () => {
  it.each([
    ['plain', () => put('list.csv', plain)],
    ['gzip', () => put('list.csv.gz', gzipSync(plain))],
    ['gzip under another name', () => put('list.csv', gzipSync(plain))],
    ['zip', () => put('list.zip', zipOf({ 'list.csv': plain }))],
    [
      'CRLF, a mark, no last line end, blank lines',
      () => put('list.csv', `\uFEFF${plain.replaceAll('\n', '\r\n\r\n').trim()}`),
    ],
    [
      'lower case and fixed widths',
      () => put('list.csv', 'PCD7,PCON25CD\nab101ab,S14000061\n"SW1A0AA",E14001172\nCF101AA,W07000081\n'),
    ],
    ['a directory', () => put('ONSPD.csv', directory)],
  ])('reads %s', async (_, write) => {
    expect(await build([write()])).toMatchObject({ kind: 'built', report: { live: 3, malformed: { count: 0 } } })
    expect(find(...plainPostcodes)).toEqual(plainCodes)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('keeps terminated postcodes and counts what it skips', async () => {
    const result = await build([put('ONSPD.csv', directory)])
    const skipped = { northern_ireland: 1, islands: 1, no_constituency: 1, obsolete_form: 1 }
    expect(result).toMatchObject({
      report: { rows: 8, terminated: 1, skipped },
      fitted: { terminatedKept: 1, terminatedDropped: 0 },
    })
    expect(find('AB1 0AA', 'BT1 1AA', 'JE2 3AB')).toEqual(['terminated', 'unknown', 'unknown'])
    expect(formatReport(result.report).join('\n')).toContain('1  skipped: Northern Ireland')
  })

  it('reads the whole directory or its parts in a zip, and never its documents', async () => {
    const names = {
      'X/Documents/names.csv': 'PCON24CD,PCON24NM\nE14001172,Cities\n',
      'X/Data/multi_csv/ONSPD_AB.csv': plain.replace(/SW.*\n/, ''),
    }
    expect(await build([put('parts.zip', zipOf(names))])).toMatchObject({ report: { rows: 2 } })
    expect(await build([put('whole.zip', zipOf({ ...names, 'X/Data/ONSPD.csv': plain }))])).toMatchObject({
      report: { rows: 3 },
    })
  })

  it('merges files; live wins over terminated', async () => {
    const older = put(
      'older.csv',
      'pcds,pcon24cd,doterm\nAB10 1AB,S14000061,\nZE1 0AA,S14000051,\nSW1A 0AA,E14001172,202001\n',
    )
    expect(await build([older, put('newer.csv', plain)])).toMatchObject({
      kind: 'built',
      report: { live: 4, repeated: 1 },
    })
    expect(find(...plainPostcodes, 'ZE1 0AA')).toEqual([...plainCodes, 'S14000051'])
  })

  it('tolerates and places a few malformed rows', async () => {
    const bad = [
      'AB10 1AD',
      'nonsense,S14000061',
      'AB10 1AC,S14000061',
      'AB10 1AD,X1',
      'AB10 1AD,',
      '"AB10 1AD,S14000061',
      'AB10 1AD,S14000061,more',
    ]
    const result = await build([put('list.csv', plain + bad.join('\n'))])
    expect(result).toMatchObject({ kind: 'built', report: { live: 3, malformed: { count: 7 } } })
    const lines = formatReport(result.report).join('\n')
    for (const [at, why] of [
      '1 fields',
      'not a postcode',
      'not a postcode',
      'not a constituency code',
      'no constituency',
      'unpaired quotes',
      '3 fields',
    ].entries()) {
      expect(lines).toContain(`list.csv:${at + 5} ${why}`)
    }
    expect(find(...plainPostcodes)).toEqual(plainCodes)
  })
})

it('a list is as old as its newest postcode where its name has no date', async () => {
  const rows = 'pcds,dointr,pcon24cd\nAB10 1AB,198001,S14000061\nSW1A 0AA,202508,E14001172\n'
  expect(await build([put('postcodes.csv', rows)], true, null)).toMatchObject({ kind: 'built', date: '2025-08' })
})

describe('refusing to build', () => {
  it.each([
    ['too many malformed rows', plain + 'bad,row\n'.repeat(21), /21 of 24 rows are malformed/],
    [
      'two constituencies for one postcode',
      `${plain}AB101AB,S14000060\n`,
      /1 rows give a postcode a second constituency/,
    ],
    ['no live postcode', 'postcode,pcon24cd\nBT1 1AA,N05000002\n', /0 live postcodes are too few/],
  ])('replaces nothing for %s', async (_, content, reason) => {
    put('out.bin', 'old')
    expect(await build([put('list.csv', content)])).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    })
    expect(readFileSync(path.join(folder, 'out.bin'), 'utf8')).toBe('old')
  })

  it('names a directory with the constituencies of 2010', async () => {
    put('out.bin', 'old')
    const content = directory.replaceAll('"pcon24cd"', '"other"')
    const result = await build([put('ONSPD_FEB_2024.csv', content)])
    expect(result).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(
        /ONSPD_FEB_2024\.csv does not have the 650 constituencies of 2024: E14000639, S14000001/,
      ),
    })
    expect(readFileSync(path.join(folder, 'out.bin'), 'utf8')).toBe('old')
  })

  it('says what to add when a list has no date', async () => {
    expect(await build([put('list.csv', plain)], true, null)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Add --date'),
    })
  })

  it('wants a whole country', async () => {
    expect(await build([put('list.csv', plain)], false)).toMatchObject({ kind: 'refused' })
    expect(readdirSync(folder)).toEqual(['list.csv'])
  })

  it.each([
    ['a missing file', () => path.join(folder, 'none.csv'), /none.csv cannot be read/],
    ['an empty file', () => put('list.csv', ''), /no columns/],
    ['other columns', () => put('list.csv', 'name,code\nA,B\n'), /no columns/],
    ['gzip cut short', () => put('list.gz', gzipSync(plain.repeat(50)).subarray(0, 60)), /cannot be read to the end/],
    ['a damaged zip', () => put('list.zip', zipOf({ 'a.csv': plain }).subarray(0, 80)), /cannot be read as a zip/],
    [
      'a zip with a wrong checksum',
      () => put('list.zip', withWrongChecksum(zipOf({ 'a.csv': plain }))),
      /does not match its checksum/,
    ],
    ['a zip without CSV', () => put('list.zip', zipOf({ 'a.txt': plain })), /contains no CSV/],
  ])('replaces nothing for %s', async (_, write, message) => {
    put('out.bin', 'old')
    const failure = await build([write()]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(PostcodeSourceError)
    expect(String(failure)).toMatch(message)
    expect(readFileSync(path.join(folder, 'out.bin'), 'utf8')).toBe('old')
  })
})

describe('reading CSV', () => {
  it('splits a line as csv-parse does', () => {
    const field = fc.string({ unit: fc.constantFrom(...'ab 1,"\'é'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.boolean()), { minLength: 1, maxLength: 8 }), (fields) => {
        const line = fields
          .map(([text, isQuoted]) => (isQuoted || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
          .join(',')
        expect(splitCsvLine(line)).toEqual(line === '' ? [''] : parse(line)[0])
      }),
    )
  })

  it.each(['"a', 'a"b', '"a"b', '"a""', 'a,"'])('rejects %j', (line) => {
    expect(splitCsvLine(line)).toBeNull()
  })

  it('takes the newest constituencies', () => {
    expect(findColumns(['pcd', 'pcds', 'doterm', 'pcon', 'pcon25cd', 'pcon24'])).toEqual({
      postcode: 1,
      constituency: 4,
      terminated: 2,
      introduced: null,
      width: 6,
    })
    expect(findColumns(['postcode', 'pconname'])).toBeNull()
  })
})
