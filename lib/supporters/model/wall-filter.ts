import { cleanName } from '../../shared/model/display-name'
import { searchWords } from '../../shared/model/search-words'
import { type SupporterKind, supporterKinds, type WallSupporter } from './supporter'

/** The wall's filters; '' means no filter. */
export type WallQuery = { q: string; kind: SupporterKind | ''; party: string; nation: string }

/** The filter options, by name. */
export type WallChoices = { parties: string[]; nations: string[] }

/** Maximum search length in characters; the rest is cut off. */
export const maxQueryCharacters = 100

/** The parties and nations on a wall. */
export function listWallChoices(supporters: readonly WallSupporter[]): WallChoices {
  const list = (values: (string | null | undefined)[]) =>
    [...new Set(values.filter((value) => typeof value === 'string'))].sort((a, b) => a.localeCompare(b, 'en-GB'))
  return {
    parties: list(supporters.map(({ party }) => party)),
    nations: list(supporters.map(({ seat }) => seat?.nation)),
  }
}

/**
 * Parses URL parameters. Invalid values, such as a repeated parameter or a party that isn't on the wall, are
 * ignored.
 * @param given not trusted
 */
export function parseWallQuery(given: Record<string, unknown>, { parties, nations }: WallChoices): WallQuery {
  const choose = (value: unknown, choices: readonly string[]) => choices.find((choice) => choice === value) ?? ''
  return {
    q: typeof given.q === 'string' ? cleanName(given.q.slice(0, maxQueryCharacters)) : '',
    kind: supporterKinds.find((kind) => kind === given.kind) ?? '',
    party: choose(given.party, parties),
    nation: choose(given.nation, nations),
  }
}

/** What a supporter's card is filtered by. `find`: its searchable words, each after a space. */
export type WallKey = { find: string; kind: string; party: string; nation: string }

/** What a supporter's card is filtered by, on the server and in the browser. */
export function composeWallKey({ kind, name, party, seat, constituency, details }: WallSupporter): WallKey {
  const words = searchWords([name, party, seat?.name, seat?.nation, constituency, ...details].join(' '))
  return { find: words.map((word) => ` ${word}`).join(''), kind, party: party ?? '', nation: seat?.nation ?? '' }
}

/**
 * Returns a test for cards that match: each search word must start a word of the name, party, seat or nation, and the
 * other filters must be equal. Ignores accents and case.
 */
export function createWallTest({ q, kind, party, nation }: Record<keyof WallQuery, string>): (key: WallKey) => boolean {
  const wanted = searchWords(q)
  return (key) =>
    wanted.every((word) => key.find.includes(` ${word}`)) &&
    (kind === '' || key.kind === kind) &&
    (party === '' || key.party === party) &&
    (nation === '' || key.nation === nation)
}

/** The supporters that match. */
export function filterWall(supporters: readonly WallSupporter[], query: WallQuery): WallSupporter[] {
  const isMatch = createWallTest(query)
  return supporters.filter((supporter) => isMatch(composeWallKey(supporter)))
}
