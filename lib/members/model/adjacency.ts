/** Longitude and latitude in degrees (WGS 84). */
export type Point = readonly [longitude: number, latitude: number]

/** An area and every vertex of its boundary, all rings and parts together. */
export type Outline = { code: string; points: readonly Point[] }

/**
 * Finds neighbouring areas: those whose boundaries share a vertex. Only correct for outlines simplified
 * together, where a common border has the same vertices on both sides (the ONS "ultra generalised" files). An
 * area that touches none, such as an island, is paired with the nearest one across the water.
 * @returns each code's neighbours; symmetric, and no area neighbours itself
 */
export function listNeighbours(outlines: readonly Outline[]): Map<string, Set<string>> {
  const neighbours = new Map(outlines.map(({ code }) => [code, new Set<string>()]))
  const join = (a: string, b: string) => {
    if (a === b) return
    neighbours.get(a)?.add(b)
    neighbours.get(b)?.add(a)
  }

  for (const codes of codesByVertex(outlines).values()) {
    for (const a of codes) for (const b of codes) join(a, b)
  }
  for (const outline of outlines) {
    if (neighbours.get(outline.code)?.size !== 0) continue
    const nearest = nearestOther(outline, outlines)
    if (nearest) join(outline.code, nearest)
  }
  return neighbours
}

function codesByVertex(outlines: readonly Outline[]): Map<string, Set<string>> {
  const byVertex = new Map<string, Set<string>>()
  for (const { code, points } of outlines) {
    for (const point of points) {
      const key = point.join(' ')
      byVertex.set(key, (byVertex.get(key) ?? new Set()).add(code))
    }
  }
  return byVertex
}

function nearestOther(from: Outline, outlines: readonly Outline[]): string | null {
  let nearest: string | null = null
  let shortest = Infinity
  for (const { code, points } of outlines) {
    if (code === from.code) continue
    for (const b of points) {
      for (const a of from.points) {
        const gap = squaredDistance(a, b)
        if (gap < shortest) [shortest, nearest] = [gap, code]
      }
    }
  }
  return nearest
}

/** In squared degrees of latitude; treating the earth as flat is accurate enough across a strait. */
function squaredDistance(a: Point, b: Point): number {
  const eastWest = (a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180)
  return eastWest ** 2 + (a[1] - b[1]) ** 2
}
