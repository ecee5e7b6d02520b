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
 * @param given untrusted
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

/** A card's searchable words, each after a space, so that a search can match the start of a word. */
export function composeSearchKey({ name, party, seat, constituency, details }: WallSupporter): string {
  return searchWords([name, party, seat?.name, seat?.nation, constituency, ...details].join(' '))
    .map((word) => ` ${word}`)
    .join('')
}

/**
 * The supporters that match: each search word must start a word of the name, party, seat or nation, and the
 * other filters must be equal. Ignores accents and case. `public/wall-filter.js` does the same in the browser.
 */
export function filterWall(
  supporters: readonly WallSupporter[],
  { q, kind, party, nation }: WallQuery,
): WallSupporter[] {
  const wanted = searchWords(q)
  return supporters.filter((supporter) => {
    const key = composeSearchKey(supporter)
    return (
      wanted.every((word) => key.includes(` ${word}`)) &&
      (kind === '' || supporter.kind === kind) &&
      (party === '' || supporter.party === party) &&
      (nation === '' || supporter.seat?.nation === nation)
    )
  })
}
