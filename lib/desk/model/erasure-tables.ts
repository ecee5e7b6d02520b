import { textForms } from '../../campaign/model/text-fields'
import { isTextSection } from '../../campaign/model/texts'
import type { ErasurePlace } from './erasure'
import type { TextTable } from './erasure-columns'

/** A row as it was read: text, numbers and nulls. */
export type TextRow = Record<string, unknown>

/** How a row is called, and its page. */
type Described = { where: string; href: string | null }

/**
 * A table whose rows are looked through one by one. `table`: its name in the database. `key`: what tells rows apart;
 * `enumKey`: the type of a key that is an enum. `also`: more to read of a row, in SQL, to describe it.
 */
export type ErasureTable = {
  model: TextTable
  table: string
  key: readonly string[]
  enumKey?: string
  also?: readonly string[]
  place: ErasurePlace
  describe: (row: TextRow, isLive: boolean) => Described
}

const of = (
  place: ErasurePlace,
  model: TextTable,
  key: readonly string[],
  describe: ErasureTable['describe'],
  more: Partial<ErasureTable> = {},
): ErasureTable => ({ model, table: model, key, place, describe, ...more })

const always =
  (where: string, href: string | null = null) =>
  () => ({ where, href })

/** The tables with something to erase or to show; tags of links and the activity log are looked through apart. */
export const erasureTables: readonly ErasureTable[] = [
  of('messages', 'MessageRule', ['id'], ({ id, name }) => ({
    where: `“${String(name)}”`,
    href: `/staff/messages/${String(id)}`,
  })),
  of('messages', 'MessageRuleVersion', ['ruleId', 'version'], ({ ruleId, version, name }, isLive) => ({
    where: `“${String(name)}”, version ${String(version)}`,
    href: `/staff/messages/${String(ruleId)}${isLive ? '' : '/history'}`,
  })),
  of('texts', 'CampaignTextVersion', ['section', 'version'], ({ section, version }, isLive) => ({
    where: `“${titleOf(String(section))}”, version ${String(version)}`,
    href: `/staff/texts/${String(section)}${isLive ? '' : '/history'}`,
  })),
  of('settings', 'CampaignSettings', ['id'], always('Settings of the campaign', '/staff/settings')),
  of('settings', 'LetterSettings', ['id'], always('Settings of letters', '/staff/letters/settings')),
  of(
    'corrections',
    'DirectoryCorrection',
    ['id'],
    ({ field, seat, slug }) => ({
      where: `${fieldWords[String(field)] ?? 'Detail'} for ${String(seat)}`,
      href: `/staff/directory/${String(slug)}`,
    }),
    {
      table: 'DirectoryOverride',
      also: ['"field"', ofSeat('slug', 'slug'), ofSeat('name', 'seat')],
    },
  ),
  of('supporters', 'Supporter', ['id'], ({ id, name }) => ({
    where: String(name),
    href: `/staff/supporters/${String(id)}`,
  })),
  of('links', 'SourceLink', ['tag'], ({ tag }) => ({ where: String(tag), href: '/staff/figures/sources' })),
  of('staff', 'User', ['id'], ({ name }) => ({ where: String(name), href: '/staff/people' })),
  of('signIns', 'Session', ['id'], always('A browser that is signed in')),
  of('signIns', 'Passkey', ['id'], always('A passkey')),
  of('signIns', 'Verification', ['id'], always('A link to sign in that isn’t used yet')),
  of('attempts', 'LetterAttempt', ['id'], always('A letter that was sent', '/staff/letters')),
  of('upkeep', 'Upkeep', ['task'], ({ task }) => ({ where: `Task “${String(task)}”`, href: '/staff/server' }), {
    enumKey: 'UpkeepTask',
  }),
  of('answers', 'Press', ['key'], always('An answer')),
]

function ofSeat(column: string, as: string): string {
  return `(SELECT "${column}" FROM "Seat" WHERE "code" = "seatCode") AS "${as}"`
}

const fieldWords: Record<string, string> = {
  bluesky: 'Bluesky account',
  email: 'Email address',
  vacant: 'Vacancy',
  x: 'X account',
}

function titleOf(section: string): string {
  return isTextSection(section) ? textForms[section].title : section
}
