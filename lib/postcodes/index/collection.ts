import { emptyCell, terminatedCell, type IndexContent } from './encode'
import { sectorNumber, unitNumber, unitsPerSector } from './numbering'

/** Postcodes being collected: 400 small numbers per sector, so the whole country fits in 20 MB. */
export type Collection = {
  codes: Map<string, number>
  /** Each sector's cells: 0 when empty, otherwise 1 + the number of the constituency. */
  live: Map<number, Uint16Array>
  /** The month each unit of a sector was terminated, counted from January 1900; 0 for none. */
  terminated: Map<number, Uint16Array>
}

export type Addition = 'added' | 'repeated' | 'conflicting' | 'unreadable'

export function createCollection(): Collection {
  return { codes: new Map(), live: new Map(), terminated: new Map() }
}

/**
 * Adds a live postcode in standard form with the ONS code of its constituency. If it is already there, the
 * first code stays.
 */
export function addLive({ codes, live }: Collection, postcode: string, code: string): Addition {
  const number = codes.get(code) ?? codes.size + 1
  codes.set(code, number)
  return putOnce(live, postcode, number)
}

/** Adds a terminated postcode in standard form with its last month, counted from January 1900. */
export function addTerminated({ terminated }: Collection, postcode: string, month: number): Addition {
  return putOnce(terminated, postcode, month)
}

function putOnce(sectors: Map<number, Uint16Array>, postcode: string, value: number): Addition {
  const sector = sectorNumber(postcode)
  const unit = unitNumber(postcode)
  if (sector < 0 || unit < 0) return 'unreadable'
  const cells = sectors.get(sector) ?? new Uint16Array(unitsPerSector)
  sectors.set(sector, cells)
  const present = cells[unit]
  if (present !== emptyCell) return present === value ? 'repeated' : 'conflicting'
  cells[unit] = value
  return 'added'
}

/** How many postcodes were terminated in each month, newest first, leaving out any that are live again. */
export function listTerminatedMonths({ live, terminated }: Collection): { month: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const [number, months] of terminated) {
    const alive = live.get(number)
    for (const [unit, month] of months.entries()) {
      if (month > 0 && !alive?.[unit]) counts.set(month, (counts.get(month) ?? 0) + 1)
    }
  }
  return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => b.month - a.month)
}

/**
 * The collection as index content, with codes and sectors sorted regardless of insertion order.
 * @param oldestMonth drops postcodes terminated earlier, counted from January 1900
 */
export function toIndexContent(collection: Collection, oldestMonth: number): Pick<IndexContent, 'codes' | 'sectors'> {
  const codes = [...collection.codes.keys()].sort()
  const cellOf = new Uint16Array(codes.length + 1)
  for (const [position, code] of codes.entries()) cellOf[collection.codes.get(code) ?? 0] = position + 1

  const cellsOf = new Map<number, Uint16Array>()
  for (const [number, months] of collection.terminated) {
    if (months.some((month) => month > 0 && month >= oldestMonth)) {
      cellsOf.set(
        number,
        months.map((month) => (month > 0 && month >= oldestMonth ? terminatedCell : emptyCell)),
      )
    }
  }
  for (const [number, live] of collection.live) {
    const ended = cellsOf.get(number)
    cellsOf.set(
      number,
      live.map((value, unit) => cellOf[value] || (ended?.[unit] ?? emptyCell)),
    )
  }
  const sectors = [...cellsOf].map(([number, cells]) => ({ number, cells })).sort((a, b) => a.number - b.number)
  return { codes, sectors }
}
