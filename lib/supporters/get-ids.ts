import 'server-only'
import { listSupporterIds } from './data/wall'
import { cacheBriefly } from '../shared/cache'

/** Which MPs support the campaign, by their Parliament ids. A change is seen within a second. */
export const getSupporterIds = cacheBriefly(listSupporterIds)
