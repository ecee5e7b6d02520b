import { expect, test } from 'vitest'
import { searchSeats } from '@/lib/members/model/search-seats'

const seats = [
  { name: 'Manchester Rusholme', mp: { name: 'Afzal Khan' } },
  { name: 'Ynys Môn', mp: { name: 'Llinos Medi' } },
  { name: 'Stratford and Bow', mp: { name: 'Uma Kumaran' } },
  { name: 'Stratford-on-Avon', mp: { name: 'Manuela Perteghella' } },
  { name: 'Ealing Central and Acton', mp: { name: 'Dr Rupa Huq' } },
  { name: 'North Stratford', mp: null },
  { name: 'Argyll', mp: { name: 'Brendan O’Hara' } },
]
const find = (query: string) => searchSeats(seats, query).map(({ name }) => name)

test('by the beginning of any word of the seat or the Member', () => {
  expect(find('afzal')).toEqual(['Manchester Rusholme'])
  expect(find('KHAN rush')).toEqual(['Manchester Rusholme'])
  expect(find('huq')).toEqual(['Ealing Central and Acton'])
  expect(find('olme')).toEqual([])
})

test('accents, hyphens and apostrophes do not matter', () => {
  expect(find('ynys mon')).toEqual(['Ynys Môn'])
  expect(find('stratford on avon')).toEqual(['Stratford-on-Avon'])
  expect(find('ohara')).toEqual(['Argyll'])
  expect(find("o'hara")).toEqual(['Argyll'])
})

test('seats that begin with the search come first; nothing typed finds nothing', () => {
  expect(find('stratford')).toEqual(['Stratford and Bow', 'Stratford-on-Avon', 'North Stratford'])
  expect(find('  ')).toEqual([])
  expect(find('??')).toEqual([])
})
