import type { WallSupporter } from '@/lib/supporters/model/supporter'
import type { Mp } from '@/lib/members/model/seat'

// All fictional.
export const mp: Mp = {
  id: 1,
  name: 'Dr Ada Example',
  party: 'Example Party',
  email: 'ada@example.org',
  xHandle: 'ada',
  blueskyHandle: 'ada.example.org',
}
export const unreachable: Mp = {
  ...mp,
  name: 'Sir Bartholomew Featherstonehaugh-Cholmondeley',
  email: null,
  xHandle: null,
  blueskyHandle: null,
}
export const constituency = 'Nowhere North and the Far Meadows'
export const seats = [
  { slug: 'a', name: 'Nowhere South', mp },
  { slug: 'b', name: 'Inverplace, Loch Something and the Outer Middle of the Land', mp: unreachable },
  { slug: 'c', name: 'Emptyham', mp: null },
]

export const message = {
  minister: null,
  ruleId: null,
  post: 'Hello @ada, will you stand up for children who are here alone?',
  subject: 'Children in Nowhere North',
  body: [
    { text: 'Dear Dr Example,\n\nPlease act.\n\n' },
    { variable: 'why_it_matters' },
    { text: '\n\nYours,\n\n' },
    { variable: 'sender_name' },
  ] as const,
}

export function composeProgress(seatsContacted: number) {
  return {
    asOf: '2026-11-03T14:00:00Z',
    goal: { of: 'seats', number: 600 } as const,
    seatsContacted,
    of: 650,
    opened: { total: seatsContacted * 3 },
    confirmed: { total: seatsContacted - 1 },
  }
}

const supporter: WallSupporter = {
  id: 1,
  kind: 'mp',
  name: 'Dr Ada Example',
  isFormer: false,
  seat: null,
  party: null,
  constituency: null,
  link: null,
  details: [],
  logo: null,
}
const organisation: WallSupporter = { ...supporter, kind: 'organisation' }
const seat = { slug: 'a', name: constituency, nation: 'England' }

export const people: WallSupporter[] = [
  { ...supporter, id: 1, seat, party: 'Example Party' },
  { ...supporter, id: 2, name: 'Cy Former', isFormer: true, party: 'Example Party', constituency: 'Emptyham' },
  { ...supporter, id: 3, kind: 'peer', name: 'Baroness Sample of Anywhere' },
  {
    ...supporter,
    id: 4,
    name: 'Sir Bartholomew Algernon Featherstonehaugh-Cholmondeley-Marjoribanks of the Far Side',
    seat,
    party: 'Labour (Co-op)',
  },
]
export const organisations: WallSupporter[] = [
  { ...organisation, id: 5, name: 'Short' },
  { ...organisation, id: 6, name: 'A name of middling length', link: 'https://example.org/' },
  {
    ...organisation,
    id: 7,
    name: 'The Association of Associations with a Really Very Long Name Indeed, and its Friends',
  },
  {
    ...organisation,
    id: 8,
    name: 'With a logo',
    logo: { hash: '../../mark.svg', type: 'image/svg+xml', width: 160, height: 72, alt: 'A made-up logo' },
  },
  {
    ...organisation,
    id: 9,
    name: 'Its logo is lost',
    logo: { hash: 'lost', type: 'image/png', width: 160, height: 72, alt: 'A lost logo' },
  },
]

const lengths = ['Short', 'A name of middling length', 'The Association of Associations with a Long Name']

/** So many organisations, with names of different lengths. */
export function composeNames(length: number): WallSupporter[] {
  return Array.from({ length }, (_, at) => ({ ...organisation, id: at, name: `${lengths[at % 3]} ${at + 1}` }))
}
