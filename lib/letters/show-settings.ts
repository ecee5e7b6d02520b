import 'server-only'
import type { Fields } from '../shared/model/merge'
import { readLetterSettings } from './data/settings'
import { getLetterServer } from './get-settings'
import { listMissing } from './model/settings'
import { toLetterFields } from './save-settings'

/** The form of how letters are sent, what is missing before they can be, and when a test was last accepted. */
export async function showLetterSettings(): Promise<{ values: Fields; missing: string[]; testedAt: Date | null }> {
  const settings = await readLetterSettings()
  return {
    values: toLetterFields(settings),
    missing: listMissing(settings, getLetterServer()),
    testedAt: settings.testedAt,
  }
}
