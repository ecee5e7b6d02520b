import 'server-only'
import { listShippedWall } from './data/read-seed'
import { listWall } from './data/wall'
import type { WallSupporter } from './model/supporter'
import { env } from '../shared/env'
import { isParliamentDissolved } from '../campaign/get'

/** The supporters in their order. While Parliament is dissolved none of them is an MP. */
export type Wall = { supporters: WallSupporter[]; isDissolved: boolean }

/**
 * The wall as it is now. A build without a database, as on a fresh clone, gets the supporters that the
 * first start will write; a server whose database does not answer gets the fault, since somebody who
 * was taken off the wall must not come back, and keeps the page it has.
 */
export async function getWall(): Promise<Wall> {
  const supporters = await listWall().catch((error: unknown) => {
    if (env.isBuilding) return listShippedWall()
    throw error
  })
  return { supporters, isDissolved: await isParliamentDissolved() }
}
