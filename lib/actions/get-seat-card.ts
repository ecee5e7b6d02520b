import 'server-only'
import { getTexts } from '../campaign/get-texts'
import { isParliamentDissolved } from '../campaign/get'
import { longTermPlan } from '../campaign/model/asks'
import { composeSeatCard, type ShareCard } from '../campaign/model/share-card'
import type { Seat } from '../members/model/seat'
import { getSeatMessage } from '../messages/get-for-seat'
import { hasGuardianAsk } from '../messages/model/asks'

/** The share card of a constituency, without an MP while Parliament is dissolved; null when no seat has this slug. */
export async function getSeatCard(slug: string, now: Date): Promise<ShareCard | null> {
  const found = await getSeatMessage(slug, now)
  if (!found) return null
  const mpName = (await isParliamentDissolved()) ? null : (found.seat.mp?.name ?? null)
  return composeCard(found.seat, { ...found.traits, mpName })
}

/**
 * The same, of a seat that is known.
 * @param standing `mpName` null while there is no MP
 */
export async function composeCard(
  { name, nation }: Pick<Seat, 'name' | 'nation'>,
  standing: { mpName: string | null; isSupporter: boolean; isSpeaker: boolean },
): Promise<ShareCard> {
  const { share } = await getTexts()
  return composeSeatCard({ ...standing, constituency: name }, hasGuardianAsk(nation) ? share.title : longTermPlan.title)
}
