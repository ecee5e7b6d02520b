import type { SupporterValues, WallField } from './fields'

/**
 * The kinds of supporter. MPs keep this kind after leaving the House; the directory decides whether they are
 * still an MP.
 */
export const supporterKinds = ['mp', 'peer', 'organisation'] as const
export type SupporterKind = (typeof supporterKinds)[number]

/**
 * Display names of the kinds: singular in a list, in a sentence and in full; plural at the desk and on the
 * wall.
 */
const kindNames: Record<SupporterKind, Record<'one' | 'inText' | 'full' | 'many' | 'onWall', string>> = {
  mp: { one: 'MP', inText: 'MP', full: 'MP', many: 'MPs', onWall: 'MPs and former MPs' },
  peer: {
    one: 'Peer',
    inText: 'peer',
    full: 'Member of the House of Lords',
    many: 'Peers',
    onWall: 'House of Lords',
  },
  organisation: {
    one: 'Organisation',
    inText: 'organisation',
    full: 'Organisation',
    many: 'Organisations',
    onWall: 'Organisations',
  },
}

/** The kinds as options, under one of their names. */
export function listKinds(name: 'full' | 'many' | 'onWall'): { value: SupporterKind; text: string }[] {
  return supporterKinds.map((value) => ({ value, text: kindNames[value][name] }))
}

/** The display name of a stored kind, which may be unknown. */
export function nameKind(kind: string, name: 'one' | 'many' | 'inText' | 'full'): string {
  const known = supporterKinds.find((each) => each === kind)
  return known ? kindNames[known][name] : kind
}

/** Only published supporters are on the wall. Hidden ones were taken off it, brought back, or imported as such. */
export const supporterStatuses = ['draft', 'published', 'hidden'] as const
export type SupporterStatus = (typeof supporterStatuses)[number]

/** A logo for display; its bytes are at /supporters/logos/<hash>. Sizes in pixels. */
export type WallLogo = { hash: string; type: string; width: number; height: number; alt: string }

/** A supporter as the wall shows them. */
export type WallSupporter = {
  id: number
  kind: SupporterKind
  name: string
  isFormer: boolean // no longer in Parliament
  seat: { slug: string; name: string; nation: string } | null // for current MPs
  portrait?: string | null // hash of it, for MPs in the directory
  party: string | null // for MPs in the directory; their last one if they have left
  constituency: string | null // at signing
  link: string | null // https
  details: string[] // extra lines on the card
  logo: WallLogo | null
}

/** A stored supporter, before it is joined with the directory. */
export type SupporterRow = Pick<SupporterValues, Exclude<WallField, 'kind'>> & {
  id: number
  kind: string
  logo: WallLogo | null
}

/** The directory's details: a person's party, and their seat if they sit. */
export type MemberNow = Pick<WallSupporter, 'party' | 'seat' | 'portrait'>
