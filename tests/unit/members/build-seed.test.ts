import { expect, test } from 'vitest'
import { buildDirectorySeed } from '@/lib/members/build-seed'

const header =
  'constituency_code,constituency_name,nation,parliament_id,name,party,email,x_handle,bluesky_handle,membership_start'
const polygon = (...ring: [number, number][]) => ({ type: 'Polygon', coordinates: [ring] })
const feature = (PCON24CD: string, geometry: object) => ({ properties: { PCON24CD, PCON24NM: 'not used' }, geometry })

const sources = {
  members: [
    header,
    'E14000001,Zed & Bee,England,7,Ms Ann Zed,Labour,ann@parliament.uk,annzed,,2024-07-04',
    'W07000001,Môr,Wales,,,,,,,',
  ].join('\n'),
  boundaries: JSON.stringify({
    features: [
      feature('E14000001', polygon([0, 50], [1, 50], [1, 51])),
      feature('W07000001', {
        type: 'MultiPolygon',
        coordinates: [
          [[[8, 8]]],
          [
            [
              [1, 50],
              [2, 50],
              [1, 51],
            ],
          ],
        ],
      }),
    ],
  }),
  hexes: JSON.stringify({ hexes: { E14000001: { region: 'E12000003' }, W07000001: { region: 'W92000004' } } }),
  date: '2026-08-31',
}

test('joins the sources by code', () => {
  expect(buildDirectorySeed(sources).seats).toEqual([
    {
      code: 'E14000001',
      slug: 'zed-and-bee',
      name: 'Zed & Bee',
      nation: 'England',
      region: 'Yorkshire and the Humber',
      neighbours: ['W07000001'],
      member: {
        id: 7,
        name: 'Ms Ann Zed',
        party: 'Labour',
        email: 'ann@parliament.uk',
        xHandle: 'annzed',
        xSource: 'mysociety',
        blueskyHandle: null,
        memberSince: '2024-07-04',
      },
    },
    {
      code: 'W07000001',
      slug: 'mor',
      name: 'Môr',
      nation: 'Wales',
      region: 'Wales',
      neighbours: ['E14000001'],
      member: null,
    },
  ])
})

test('says which seat a source lacks', () => {
  expect(() => buildDirectorySeed({ ...sources, hexes: '{"hexes":{}}' })).toThrow('E14000001 has no hex')
  expect(() => buildDirectorySeed({ ...sources, boundaries: '{"features":[]}' })).toThrow('E14000001 has no boundary')
  expect(() => buildDirectorySeed({ ...sources, members: header })).toThrow("E14000001 has a boundary but isn't in")
})
