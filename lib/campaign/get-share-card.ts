import 'server-only'
import { getOrganisation } from './get'
import { getTexts } from './get-texts'
import { composeShareCards, type ShareCard, type ShareCardName } from './model/share-card'

/** One of the cards that aren't about a constituency, as it is now. @throws as `getTexts` */
export async function getShareCard(name: ShareCardName): Promise<ShareCard> {
  const [{ share }, organisation] = await Promise.all([getTexts(), getOrganisation()])
  return composeShareCards(share, organisation.name)[name]
}
