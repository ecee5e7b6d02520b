import 'server-only'
import { listShippedWall } from './data/read-seed'
import { listWall } from './data/wall'
import type { WallSupporter } from './model/supporter'
import { env } from '../shared/env'
import { isParliamentDissolved } from '../campaign/get'

/** The wall in order. While Parliament is dissolved, none of the supporters is an MP. */
export type Wall = { supporters: WallSupporter[]; isDissolved: boolean }

/**
 * The current wall. A build without a database, as on a fresh clone, uses the seed. A server whose database
 * fails throws instead and keeps serving its cached page, because the seed could bring back someone who has
 * been taken off the wall.
 */
export async function getWall(): Promise<Wall> {
  const supporters = await listWall().catch((error: unknown) => {
    if (env.isBuilding) return listShippedWall()
    throw error
  })
  return { supporters, isDissolved: await isParliamentDissolved() }
}
