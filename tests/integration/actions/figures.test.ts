import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { formatFiguresCsv, formatSeatFiguresCsv } from '@/lib/actions/figures-csv'
import { getFigures, listSeatFigures } from '@/lib/actions/get-figures'
import { recordAction } from '@/lib/actions/record'
import { createSourceLink, listSources } from '@/lib/actions/source-links'
import { env } from '@/lib/shared/env'
import { onEachDatabase } from '../databases'
import { expectExactJournal } from './expect-exact-journal'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: null, now }
const span = { from: '2026-11-20', to: '2026-11-22' }

onEachDatabase('figures', ({ db }) => {
  beforeAll(async () => {
    await db.sourceLink.create({ data: { tag: 'leaflet', label: 'The leaflet', createdBy: '', createdAt: now } })
    let browser = 0
    const record = (
      seatCode: string,
      channel: 'x' | 'email',
      kind: 'opened' | 'confirmed',
      day: string,
      source: string | null,
      isPersonal: boolean | null,
      times: number,
    ) =>
      Promise.all(
        Array.from({ length: times }, () =>
          recordAction({
            seatCode,
            channel,
            kind,
            source,
            isPersonal,
            key: `the-key-of-browser-${(browser += 1)}`,
            prefix: '192.0.2.1',
            now: new Date(`${day}T12:00:00Z`),
          }),
        ),
      )
    await Promise.all([
      record('E14001069', 'email', 'opened', '2026-11-20', 'leaflet', true, 3),
      record('E14001069', 'email', 'opened', '2026-11-20', 'leaflet', false, 2),
      record('S14000060', 'x', 'opened', '2026-11-22', null, true, 3), // posts have no wording
      record('E14001069', 'x', 'opened', '2026-11-19', 'made-up', null, 7), // before the range
    ])
    const sharer = {
      seatCode: 'S14000060',
      channel: 'x',
      key: 'the-key-of-a-sharer',
      prefix: '192.0.2.2',
      now: new Date('2026-11-22T12:00:00Z'),
    } as const
    await recordAction({ ...sharer, kind: 'opened', source: null })
    await recordAction({ ...sharer, kind: 'confirmed', source: 'share-whatsapp' })
  })

  test('are exact by day, channel, nation, source and wording', async () => {
    await expectExactJournal(db)
    const figures = await getFigures(span)
    expect(figures.totals).toMatchObject({ opened: { x: 4, email: 5, letter: 0 }, confirmed: { x: 1, email: 0 } })
    expect(figures.personal).toEqual({ own: 3, known: 5 })
    expect(
      figures.byDay.map(({ day, opened, confirmed, personal }) => [
        day,
        opened.x,
        opened.email,
        confirmed.x,
        personal.known,
      ]),
    ).toEqual([
      ['2026-11-20', 0, 5, 0, 5],
      ['2026-11-21', 0, 0, 0, 0],
      ['2026-11-22', 4, 0, 1, 0],
    ])
    expect(figures.byNation).toMatchObject([
      { nation: 'England', opened: { email: 5 } },
      { nation: 'Scotland', opened: { x: 4 }, confirmed: { x: 1 } },
    ])
    expect(figures.bySource.map(({ source, opened }) => [source, opened.x + opened.email])).toEqual([
      ['leaflet', 5],
      [null, 4],
      ['share-whatsapp', 0],
    ])
    expect(await db.action.count({ where: { channel: 'x', isPersonal: { not: null } } })).toBe(0)
  })

  test('of all constituencies are sorted, and both are available as CSV', async () => {
    const opened = await listSeatFigures('opened', now)
    expect(opened).toHaveLength(650)
    expect(opened.slice(0, 2).map(({ code }) => code)).toEqual(['E14001069', 'S14000060'])
    expect((await listSeatFigures('confirmed', now))[0]?.code).toBe('S14000060')
    expect((await listSeatFigures('name', now))[0]?.name).toBe('Aberafan Maesteg')
    expect((await listSeatFigures('nation', now))[0]?.nation).toBe('England')
    const seats: string[][] = parse(formatSeatFiguresCsv(opened))
    expect([seats.length, seats[0]?.slice(0, 5), seats[1]?.slice(4, 7)]).toEqual([
      651,
      ['code', 'constituency', 'nation', 'MP', 'opened x'],
      ['7', '0', '5'],
    ])
    const figures = await getFigures({ from: '2026-11-19', to: '2026-11-22' })
    expect(formatFiguresCsv(figures, 'source')).toContain('\r\nother,7,0,0,0,0,')
    expect(parse(formatFiguresCsv(figures, 'day')).map(([day]) => day)).toEqual([
      'day',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    expect(formatFiguresCsv(figures, 'nation')).toMatch(/\r\nScotland,4,/)
  })

  test('a source gets a tag and a URL, once, and is listed with its counts', async () => {
    await db.sourceLink.delete({ where: { tag: 'leaflet' } })
    expect(await createSourceLink({ tag: 'leaflet', label: 'The leaflet' }, change)).toEqual({
      outcome: 'created',
      url: `${env.SITE_URL}/?s=leaflet`,
    })
    expect(await createSourceLink({ tag: 'leaflet', label: 'Another' }, change)).toEqual({ outcome: 'taken' })
    expect(await createSourceLink({ tag: 'unused_1', label: 'Unused' }, change)).toMatchObject({ outcome: 'created' })
    for (const bad of [
      { tag: 'a b', label: 'x' },
      { tag: 'share-x', label: 'x' },
      { tag: 'other', label: 'x' },
      { tag: 'ok', label: ' ' },
      null,
    ])
      expect((await createSourceLink(bad, change)).outcome).toBe('refused')
    const sources = await listSources()
    const find = (tag: string) => sources.find((source) => source.tag === tag)
    expect(find('leaflet')).toMatchObject({
      label: 'The leaflet',
      createdBy: 'the command line',
      createdAt: now,
      lastDay: '2026-11-20',
      opened: { email: 5 },
    })
    expect(find('unused_1')).toMatchObject({ lastDay: null, opened: { x: 0 } })
    expect(find('share-whatsapp')).toMatchObject({
      label: 'Invitations to friends: whatsapp',
      createdAt: null,
      confirmed: { x: 1 },
    })
    expect(find('other')).toMatchObject({ createdAt: null, opened: { x: 7 } })
    expect(sources).toHaveLength(4)
  })

  test('thousands of invented tags are one source, except the few busiest', async () => {
    const day = '2026-10-01'
    const made = Array.from({ length: 4_000 }, (_, at) => ({
      source: at ? `made-up-${at}` : '=cmd',
      kind: 'opened',
      channel: 'x',
      day,
      wording: '',
      count: at ? 1 + (at % 2) : 500,
    }))
    await db.sourceTotal.createMany({ data: made })
    const figures = await getFigures({ from: day, to: day })
    const sum = figures.bySource.reduce((total, { opened }) => total + opened.x, 0)
    expect([figures.bySource.length, sum, figures.totals.opened.x]).toEqual([
      21,
      made.reduce((total, { count }) => total + count, 0),
      sum,
    ])
    expect(figures.bySource.map(({ source }) => source)).toEqual(expect.arrayContaining(['=cmd', 'other']))
    expect(formatFiguresCsv(figures, 'source')).toContain("\r\n'=cmd,500,0,0,0,0,")
    expect((await listSources()).length).toBeLessThan(30)
    await db.sourceTotal.deleteMany({ where: { day } })
  })
})
