import 'server-only'
import { listSupporterIds } from './data/wall'
import { cacheBriefly } from '../shared/cache'

/** Parliament ids of the MPs who support the campaign. Changes show within a second. */
export const getSupporterIds = cacheBriefly(listSupporterIds)
