import { cleanName } from '../../shared/model/display-name'
import { searchWords } from '../../shared/model/search-words'
import { type SupporterKind, supporterKinds, type WallSupporter } from './supporter'

/** What the wall is filtered by; '' asks nothing. */
export type WallQuery = { q: string; kind: SupporterKind | ''; party: string; nation: string }

/** What there is to choose from, by name. */
export type WallChoices = { parties: string[]; nations: string[] }

/** The longest search in characters; more is cut off. */
export const maxQueryCharacters = 100

/** The parties and nations of a wall. */
export function listWallChoices(supporters: readonly WallSupporter[]): WallChoices {
  const list = (values: (string | null | undefined)[]) =>
    [...new Set(values.filter((value) => typeof value === 'string'))].sort((a, b) => a.localeCompare(b, 'en-GB'))
  return {
    parties: list(supporters.map(({ party }) => party)),
    nations: list(supporters.map(({ seat }) => seat?.nation)),
  }
}

/**
 * Reads the parameters of an address. Whatever cannot be meant, such as a repeated parameter or a
 * party that is not there, asks nothing.
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

/** What a card is found by: its words, each behind a space, so that a search can ask how a word begins. */
export function composeSearchKey({ name, party, seat, constituency, details }: WallSupporter): string {
  return searchWords([name, party, seat?.name, seat?.nation, constituency, ...details].join(' '))
    .map((word) => ` ${word}`)
    .join('')
}

/**
 * The supporters that a query lets through: every word typed begins a word of the name, party, seat or
 * nation, and the rest is the same. Accents and case do not matter. `public/wall-filter.js` does the
 * same in the page.
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
