import 'server-only'
import { cacheBriefly } from '../shared/cache'
import { env } from '../shared/env'
import { readWithFallback } from '../shared/fallback'
import { readPublishedTexts } from './data/texts'
import { shippedTexts, type Texts } from './model/shipped-texts'
import { composeTexts } from './model/texts'

const readTexts = cacheBriefly(async () => composeTexts(await readPublishedTexts()))

/**
 * The campaign's own texts: as published, or as shipped while the database is unavailable and the answer is for one
 * visitor only.
 * @throws when the database is unavailable and the page would be cached, except in a build, which may have none
 */
export async function getTexts(): Promise<Texts> {
  return readWithFallback(readTexts, () => shippedTexts).catch((error: unknown) => {
    if (env.isBuilding) return shippedTexts
    throw error
  })
}
