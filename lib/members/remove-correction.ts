import 'server-only'
import { deleteOverride } from './data/corrections'
import type { Change } from '../audit/model/actor'

/** Takes an override away, so that visitors get what Parliament says; false when it is gone already. @param id not trusted */
export async function removeOverride(id: unknown, change: Change): Promise<boolean> {
  const number = Number(id)
  return Number.isInteger(number) && Math.abs(number) < 2 ** 31 && deleteOverride(number, change)
}
