import 'server-only'
import { log } from '../shared/log'
import { loadPostcodeIndex } from './index/load'

/**
 * The first halves of a constituency’s postcodes, for `isElsewhere`. In Northern Ireland all begin with BT: their list isn’t
 * shipped. None where the index can’t be read: its pages go on without.
 * @param code an ONS code
 */
export function listOutcodes(code: string): string[] {
  if (code.startsWith('N')) return ['BT']
  try {
    return loadPostcodeIndex().listOutcodes(code)
  } catch (error) {
    log.error({ err: error }, 'could not read the postcode index')
    return []
  }
}
