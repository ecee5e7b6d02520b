import 'server-only'
import { env } from '../shared/env'
import { loadPostcodeIndex } from './index/load'
import { getListAge, type ListAge } from './model/list-age'

/**
 * How old the list of postcodes is, and when a newer one is due.
 * @throws PostcodeIndexError when the file is damaged; a file system error when it is missing
 */
export function getPostcodesAge(now: Date): ListAge {
  return getListAge(loadPostcodeIndex().date, now, env.POSTCODES_MAX_AGE_DAYS)
}
