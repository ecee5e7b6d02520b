import type { Post } from './post'

/** A seat's Member, as pages show them. */
export type Mp = {
  id: number
  name: string
  party: string
  email: string | null
  xHandle: string | null
  blueskyHandle: string | null
  /** What else they do, as far as we have read; the shipped facts know of nothing. */
  posts?: Post[]
  /** The hash of their portrait; none while we have none. */
  portrait?: string | null
}

/** A seat with its Member (null while vacant) and its neighbours by name. */
export type Seat = {
  code: string
  slug: string
  name: string
  nation: string
  region: string
  mp: Mp | null
  neighbours: { slug: string; name: string }[]
}

/** A seat in a list; `mp` is null while it is vacant. */
export type SeatSummary = { slug: string; name: string; mp: { name: string; party: string } | null }

/** A seat and its Member, without its neighbours. */
export type SeatWithMp = Pick<Seat, 'code' | 'slug' | 'name' | 'nation' | 'mp'>
