/** Who a supporter is. An MP stays one here when they leave the House: what they are now is decided by the directory. */
export const supporterKinds = ['mp', 'peer', 'organisation'] as const
export type SupporterKind = (typeof supporterKinds)[number]

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
  party: string | null // of an MP whom the directory knows, the last one if they have left
  constituency: string | null // at signing
  link: string | null // https
  logo: WallLogo | null
}

/** What is kept of a supporter, before it meets the directory. */
export type SupporterRow = {
  id: number
  kind: string
  name: string
  memberId: number | null
  isFormer: boolean
  constituency: string | null
  link: string | null
  logo: WallLogo | null
}

/** The directory's word on a person: their party, and their seat if they sit. */
export type MemberNow = Pick<WallSupporter, 'party' | 'seat'>
