import 'server-only'
import { listSeatsWithMp } from '../members/data/seats'
import { listStaffNames } from '../staff/data/staff'
import type { RuleVersion } from './model/rule-versions'
import { formatMoment } from '../shared/model/uk-time'
import type { RuleEditing, SeatChoice } from './model/rule-views'

/** Who saved a version and when, in words; a person who has left by a neutral name. */
export async function loadSigner(): Promise<(version: Pick<RuleVersion, 'savedBy' | 'savedAt'>) => string> {
  const names = new Map((await listStaffNames()).map(({ id, name }) => [id, name]))
  return ({ savedBy, savedAt }) =>
    `${savedBy === null ? 'As shipped with the site' : `Saved by ${names.get(savedBy) ?? 'somebody'}`}, ${formatMoment(savedAt)}`
}

/** The seats and parties that there are to choose, by name. */
export async function loadChoices(
  now: Date,
): Promise<Pick<RuleEditing, 'parties'> & { seats: SeatChoice[]; nameSeat: (code: string) => string }> {
  const rows = await listSeatsWithMp(now)
  const compare = new Intl.Collator('en-GB').compare
  const seats = rows
    .map(({ code, slug, name, mp }): SeatChoice => ({ code, slug, name, mp: mp?.name ?? '' }))
    .sort((a, b) => compare(a.name, b.name))
  const parties = [...new Set(rows.flatMap(({ mp }) => (mp ? [mp.party] : [])))].sort(compare)
  const names = new Map(seats.map(({ code, name }) => [code, name]))
  return { seats, parties, nameSeat: (code) => names.get(code) ?? code }
}
