import type { NorthernIreland, SeatChoice } from '../postcodes/model/lookup'
import type { NamedSeat } from './model/named-seats'
import { findPostTown, listKnownConstituencies } from './model/northern-ireland'
import type { NameIndex } from './model/search-names'
import { codesOfPlace } from './model/places'

const region = 'Northern Ireland'
const townKind = 1
const maxTowns = 4

/**
 * The question for a postcode in Northern Ireland that can't be looked up: the constituencies in which its post town lies,
 * which is public knowledge, then the others; each with its largest towns.
 * @param outcode such as `BT7`
 * @param canRetry whether asking again later may help
 */
export function askNorthernIreland(index: NameIndex, outcode: string, canRetry: boolean): NorthernIreland {
  const town = findPostTown(outcode)
  const seats = index.seats.filter((seat) => seat.region === region)
  const towns = listTowns(index)
  const likelyNames =
    town === null
      ? []
      : (listKnownConstituencies(town) ??
        towns.filter(({ name }) => name === town).flatMap(({ seats: own }) => own.map(({ seat }) => seat.name)))
  const choose = ({ seat, code }: NamedSeat): SeatChoice => ({
    ...seat,
    note:
      towns
        .filter(({ codes }) => codes[0] === code)
        .slice(0, maxTowns)
        .map(({ name }) => name)
        .join(', ') || null,
  })
  return {
    outcome: 'northern-ireland',
    outcode,
    town,
    likely: likelyNames.flatMap((name) => seats.find(({ seat }) => seat.name === name) ?? []).map(choose),
    others: seats.filter(({ seat }) => !likelyNames.includes(seat.name)).map(choose),
    canRetry,
  }
}

/** The towns of Northern Ireland, the largest first. */
function listTowns({ places, byCode }: NameIndex) {
  return places.names
    .flatMap((name, at) => {
      if (places.kinds[at] !== townKind) return []
      const codes = codesOfPlace(places, at)
      const seats = codes.flatMap((code) => byCode.get(code) ?? [])
      return seats.some((seat) => seat.region === region) ? [{ name, codes, seats, size: places.sizes[at] ?? 0 }] : []
    })
    .sort((a, b) => b.size - a.size)
}
