import type { SupporterValues, WallField } from './fields'

/** Who a supporter is. An MP stays one here when they leave the House: what they are now is decided by the directory. */
export const supporterKinds = ['mp', 'peer', 'organisation'] as const
export type SupporterKind = (typeof supporterKinds)[number]

/** What the kinds are called: one in a list, in a sentence and in full; many of them at the desk and on the wall. */
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

/** The kinds under one of their names, to choose from. */
export function listKinds(name: 'full' | 'many' | 'onWall'): { value: SupporterKind; text: string }[] {
  return supporterKinds.map((value) => ({ value, text: kindNames[value][name] }))
}

/** The name of a kind as a row has it, which may be none that is known. */
export function nameKind(kind: string, name: 'one' | 'inText' | 'full'): string {
  const known = supporterKinds.find((each) => each === kind)
  return known ? kindNames[known][name] : kind
}

/** Only what is published is on the wall; hidden is what was there once. */
export const supporterStatuses = ['draft', 'published', 'hidden'] as const
export type SupporterStatus = (typeof supporterStatuses)[number]

/** A logo as a page needs it; its bytes are at /supporters/logos/<hash>. Sizes in pixels. */
export type WallLogo = { hash: string; type: string; width: number; height: number; alt: string }

/** A supporter as the wall shows them. */
export type WallSupporter = {
  id: number
  kind: SupporterKind
  name: string
  isFormer: boolean // sits in Parliament no longer
  seat: { slug: string; name: string; nation: string } | null // of an MP who sits in it now
  party: string | null // of an MP in the directory, the last one if they have left
  constituency: string | null // at signing
  link: string | null // https
  details: string[] // more lines of the card
  logo: WallLogo | null
}

/** What is kept of a supporter, before it meets the directory. */
export type SupporterRow = Pick<SupporterValues, Exclude<WallField, 'kind'>> & {
  id: number
  kind: string
  logo: WallLogo | null
}

/** The directory's word on a person: their party, and their seat if they sit. */
export type MemberNow = Pick<WallSupporter, 'party' | 'seat'>
