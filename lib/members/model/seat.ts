/** A seat's Member, as pages show them. */
export type Mp = {
  id: number
  name: string
  party: string
  email: string | null
  xHandle: string | null
  blueskyHandle: string | null
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
