import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Places } from '../model/places'
import { decodePlaces } from './file'

/** The path of the committed places, relative to the project root. */
export const placesFile = 'prisma/seed/places.bin'

let loaded: Places | undefined

/** The committed places, loaded on first use and cached: 50 ms. */
export function loadPlaces(): Places {
  loaded ??= decodePlaces(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), placesFile)))
  return loaded
}
