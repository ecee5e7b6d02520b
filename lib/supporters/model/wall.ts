import { cleanName } from '../../shared/model/display-name'
import { parseWebLink } from '../../shared/model/web-link'
import { listDetails } from './fields'
import { type SupporterKind, type SupporterRow, supporterKinds, type MemberNow, type WallSupporter } from './supporter'

/**
 * The wall from rows in their order and the directory. Whether an MP with an id still sits is the
 * directory's word; of everybody else it is the row's. Rows without a name or kind that can be shown,
 * which saving refuses, are left out.
 * @param members what the directory knows, by Parliament's id
 */
export function composeWall(rows: readonly SupporterRow[], members: ReadonlyMap<number, MemberNow>): WallSupporter[] {
  return rows.flatMap((row) => {
    const kind = supporterKinds.find((each) => each === row.kind)
    const name = cleanName(row.name)
    if (!kind || !name) return []
    const memberId = kind === 'mp' ? row.memberId : null
    const { party, seat } = (memberId !== null && members.get(memberId)) || { party: null, seat: null }
    return [
      {
        id: row.id,
        kind,
        name,
        isFormer: memberId === null ? row.isFormer : seat === null,
        seat,
        party,
        constituency: row.constituency && cleanName(row.constituency),
        link: parseWebLink(row.link ?? ''),
        details: listDetails(row).map(cleanName).filter(Boolean),
        logo: row.logo,
      },
    ]
  })
}

type GroupName = 'mps' | 'former-mps' | 'peers' | 'organisations'

/** A part of the wall under its own heading. */
export type WallGroup = { name: GroupName; heading: string; note: string | null; supporters: WallSupporter[] }

/** The wall in its parts, without empty ones. While Parliament is dissolved nobody is called an MP. */
export function groupWall(supporters: readonly WallSupporter[], isDissolved: boolean): WallGroup[] {
  const inKind = (kind: SupporterKind, isFormer?: boolean) =>
    supporters.filter((each) => each.kind === kind && (isFormer === undefined || each.isFormer === isFormer))
  const groups: WallGroup[] = [
    {
      name: 'mps',
      ...(isDissolved
        ? { heading: 'MPs until Parliament was dissolved', note: 'Nobody is an MP until the general election is over.' }
        : {
            heading: 'Members of Parliament',
            note: 'They support the campaign already. If one of them is your MP, open their seat and thank them.',
          }),
      supporters: inKind('mp', false),
    },
    {
      name: 'former-mps',
      heading: 'Former MPs',
      note: 'They were MPs when they signed.',
      supporters: inKind('mp', true),
    },
    {
      name: 'peers',
      heading: 'From the House of Lords',
      note: 'Members of the Lords have no constituency, so the letter to write is the one to your own MP.',
      supporters: inKind('peer'),
    },
    { name: 'organisations', heading: 'Organisations', note: null, supporters: inKind('organisation') },
  ]
  return groups.filter((group) => group.supporters.length > 0)
}

/** What a person is, in words; the name of their seat follows `text` where there is one. Null for an organisation. */
export function composeRole(
  { kind, isFormer, seat, constituency }: WallSupporter,
  isDissolved: boolean,
): { text: string; seat: WallSupporter['seat'] } | null {
  if (kind === 'organisation') return null
  if (kind === 'peer')
    return {
      text: isFormer ? 'Not a sitting member of the House of Lords now' : 'Member of the House of Lords',
      seat: null,
    }
  if (isFormer) return { text: constituency ? `Former MP, signed as MP for ${constituency}` : 'Former MP', seat: null }
  if (isDissolved) return { text: seat ? `Was MP for ${seat.name}` : 'Was an MP', seat: null }
  return seat ? { text: 'MP for', seat } : { text: 'MP', seat: null }
}

/** "39 supporters", or "3 of 39 supporters" when only some are shown. `public/wall-filter.js` says the same. */
export function composeWallCount(shown: number, all: number): string {
  return `${shown < all ? `${shown} of ` : ''}${all} supporter${all === 1 ? '' : 's'}`
}

/** A few for another page: the first who sit in Parliament, and the first organisations. */
export function sliceWall(
  supporters: readonly WallSupporter[],
  max: { mps: number; organisations: number },
): WallSupporter[] {
  const mps = supporters.filter(({ kind, isFormer }) => kind === 'mp' && !isFormer)
  const organisations = supporters.filter(({ kind }) => kind === 'organisation')
  return [...mps.slice(0, max.mps), ...organisations.slice(0, max.organisations)]
}
