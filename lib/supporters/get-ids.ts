import 'server-only'
import { listSupporterIds } from './data/wall'
import { keepBriefly } from '../shared/kept'

/** Which MPs support the campaign, by their Parliament ids. A change is seen within a second. */
export const getSupporterIds = keepBriefly(listSupporterIds)
