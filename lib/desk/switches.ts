import 'server-only'
import type { Change } from '../audit/model/actor'
import { isParliamentDissolved } from '../campaign/get'
import { switchDissolution } from '../campaign/switch-dissolution'
import { countQueue } from '../letters/data/desk'
import { readLetterSettings } from '../letters/data/settings'
import { pauseSending } from '../letters/save-settings'
import { checkWithCampaign } from '../messages/check-stored'
import { setSupporterStatus } from '../supporters/arrange'
import { isAtLeast, type Role } from '../staff/model/staff'
import { countForSwitches, listPublishedIds } from './data/counts'
import { type BigSwitch, composeSwitches } from './model/switches'

/** The big switches, and whether they are on. */
export async function listSwitches(): Promise<BigSwitch[]> {
  const [isDissolved, counts, { isOn, isPaused }, { waiting }] = await Promise.all([
    isParliamentDissolved(),
    countForSwitches(),
    readLetterSettings(),
    countQueue(),
  ])
  return composeSwitches({ isDissolved, ...counts, letters: { isOn, isPaused, waiting } })
}

/**
 * Turns a big switch.
 * @param key not trusted
 * @param role of who turns it
 * @returns `conflict` when someone has just changed the same thing
 */
export async function turnSwitch(
  key: unknown,
  isOn: boolean,
  role: Role,
  change: Change,
): Promise<{ outcome: 'turned' | 'conflict' | 'refused' }> {
  if (key === 'letters') {
    if (!isAtLeast(role, 'publisher')) return { outcome: 'refused' }
    await pauseSending(isOn, change)
    return { outcome: 'turned' }
  }
  if (!isAtLeast(role, 'admin')) return { outcome: 'refused' }
  if (key === 'dissolution') {
    const outcome = await switchDissolution(isOn, change, checkWithCampaign)
    return { outcome: outcome === 'switched' ? 'turned' : outcome }
  }
  if (key !== 'wall' || !isOn) return { outcome: 'refused' }
  const ids = await listPublishedIds()
  if (ids.length > 0) await setSupporterStatus(ids, 'hidden', change)
  return { outcome: 'turned' }
}
