import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WallSupporter } from '@/lib/supporters/model/supporter'
import { filterWall, listWallChoices, parseWallQuery, type WallQuery } from '@/lib/supporters/model/wall-filter'

function supporter(id: number, change: Partial<WallSupporter>): WallSupporter {
  return {
    id,
    kind: 'mp',
    name: 'Nobody',
    isFormer: false,
    seat: null,
    party: null,
    constituency: null,
    link: null,
    details: [],
    logo: null,
    ...change,
  }
}

const wall = [
  supporter(1, {
    name: 'Afzal Khan',
    party: 'Labour',
    seat: { slug: 'manchester-rusholme', name: 'Manchester Rusholme', nation: 'England' },
  }),
  supporter(2, {
    name: 'Ben Lake',
    party: 'Plaid Cymru',
    seat: { slug: 'ceredigion-preseli', name: 'Ceredigion Preseli', nation: 'Wales' },
  }),
  supporter(3, { name: 'Caroline Lucas', isFormer: true }),
  supporter(4, { kind: 'peer', name: 'Lord Alton of Liverpool' }),
  supporter(5, { kind: 'organisation', name: 'Médecins du Monde' }),
  supporter(6, { kind: 'organisation', name: 'Children’s Rights Alliance for England (CRAE)' }),
]
// Every code unit, so also halves of characters.
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
const nothing: WallQuery = { q: '', kind: '', party: '', nation: '' }

describe('the filter', () => {
  test.each<[Partial<WallQuery>, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ q: 'KHAN' }, [1]],
    [{ q: 'rush khan' }, [1]],
    [{ q: 'olme' }, []],
    [{ q: 'medecins' }, [5]],
    [{ q: 'MÉDECINS' }, [5]],
    [{ q: 'me\u0301decins' }, [5]],
    [{ q: "children's" }, [6]],
    [{ q: 'childrens (crae)' }, [6]],
    [{ q: 'plaid' }, [2]],
    [{ q: 'wales' }, [2]],
    [{ q: 'england' }, [1, 6]],
    [{ q: '???' }, [1, 2, 3, 4, 5, 6]],
    [{ q: 'zebra' }, []],
    [{ kind: 'mp' }, [1, 2, 3]],
    [{ kind: 'peer' }, [4]],
    [{ kind: 'organisation', q: 'm' }, [5]],
    [{ party: 'Labour' }, [1]],
    [{ nation: 'Wales' }, [2]],
    [{ nation: 'Wales', party: 'Labour' }, []],
  ])('%j', (change, ids) => {
    const query = { ...nothing, ...change }
    expect(filterWall(wall, query).map(({ id }) => id)).toEqual(ids)
  })
})

describe('parameters of an address', () => {
  const choices = listWallChoices(wall)
  test('the choices are those on the wall', () => {
    expect(choices).toEqual({ parties: ['Labour', 'Plaid Cymru'], nations: ['England', 'Wales'] })
  })

  test('are read when they can be meant', () => {
    const given = { q: ' ben ', kind: 'mp', party: 'Plaid Cymru', nation: 'Wales' }
    expect(parseWallQuery(given, choices)).toEqual({ ...given, q: 'ben' })
  })

  test.each([
    [{}],
    [{ q: ['a', 'b'], kind: ['mp'], party: ['Labour'], nation: ['Wales', 'England'] }],
    [{ kind: 'MP', party: 'labour', nation: 'France' }],
    [{ q: '\0\u202E\uD800' }],
    [{ kind: '__proto__', party: 'constructor' }],
    [{ q: null, kind: 7, party: {} }],
  ])('ask nothing when they cannot: %j', (given) => expect(parseWallQuery(given, choices)).toEqual(nothing))

  test('are cut at a length, also in the middle of a character', () => {
    expect(parseWallQuery({ q: 'x'.repeat(10_000) }, choices).q).toHaveLength(100)
    expect(parseWallQuery({ q: 'x'.repeat(99) + '😀' }, choices).q).toBe('x'.repeat(99))
  })

  test('never break anything', () => {
    const anything = fc.dictionary(
      fc.constantFrom('q', 'kind', 'party', 'nation', 'other'),
      fc.oneof(anyText, fc.array(fc.string()), fc.anything()),
    )
    fc.assert(
      fc.property(anything, (given) => {
        const query = parseWallQuery(given, choices)
        expect(filterWall(wall, query).length).toBeLessThanOrEqual(wall.length)
        expect(query.q).not.toMatch(/[\p{Cc}\p{Cs}]/u)
        expect(parseWallQuery(query, choices)).toEqual(query)
      }),
    )
  })
})
