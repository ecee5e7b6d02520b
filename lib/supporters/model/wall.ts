import { once } from '../../shared/model/once'
import { cleanName } from '../../shared/model/display-name'
import { parseWebLink } from '../../shared/model/web-link'
import { listDetails } from './fields'
import { type SupporterKind, type SupporterRow, supporterKinds, type MemberNow, type WallSupporter } from './supporter'

/**
 * Joins ordered rows with the directory. The directory decides whether an MP with a Parliament id still sits;
 * for everyone else the row does. Skips rows without a displayable name or kind, which validation prevents.
 * @param members the directory's details by Parliament id
 */
export function composeWall(rows: readonly SupporterRow[], members: ReadonlyMap<number, MemberNow>): WallSupporter[] {
  return rows.flatMap((row) => {
    const kind = supporterKinds.find((each) => each === row.kind)
    const name = cleanName(row.name)
    if (!kind || !name) return []
    const memberId = kind === 'mp' ? row.memberId : null
    const { party, seat, portrait } = (memberId !== null && members.get(memberId)) || {
      party: null,
      seat: null,
      portrait: null,
    }
    return [
      {
        id: row.id,
        kind,
        name,
        isFormer: memberId === null ? row.isFormer : seat === null,
        seat,
        party,
        ...(portrait && { portrait }),
        constituency: row.constituency && cleanName(row.constituency),
        link: parseWebLink(row.link ?? ''),
        details: listDetails(row).map(cleanName).filter(Boolean),
        logo: row.logo,
      },
    ]
  })
}

type GroupName = 'mps' | 'peers' | 'former' | 'organisations'

/** A section of the wall under its own heading. */
export type WallGroup = { name: GroupName; heading: string; note: string | null; supporters: WallSupporter[] }

/** The wall's non-empty sections. While Parliament is dissolved, no one is called an MP. */
export function groupWall(supporters: readonly WallSupporter[], isDissolved: boolean): WallGroup[] {
  const sitting = (kind: SupporterKind) => supporters.filter((each) => each.kind === kind && !each.isFormer)
  const groups: WallGroup[] = [
    {
      name: 'mps',
      ...(isDissolved
        ? { heading: 'MPs until Parliament was dissolved', note: 'Nobody is an MP until the general election is over.' }
        : { heading: 'Members of Parliament', note: 'Is your MP here? Open their constituency and say thank you.' }),
      supporters: sitting('mp'),
    },
    {
      name: 'peers',
      heading: 'House of Lords',
      note: 'Members of the Lords have no constituency, so write to your own MP.',
      supporters: sitting('peer'),
    },
    {
      name: 'former',
      heading: 'Former members of both Houses',
      note: null,
      supporters: supporters.filter(({ kind, isFormer }) => kind !== 'organisation' && isFormer),
    },
    {
      name: 'organisations',
      heading: 'Organisations',
      note: null,
      supporters: supporters.filter(({ kind }) => kind === 'organisation'),
    },
  ]
  return groups.filter((group) => group.supporters.length > 0)
}

/** A person's role for display; a seat's name, if any, follows `text`. Null for an organisation. */
export function composeRole(
  { kind, isFormer, seat, constituency }: WallSupporter,
  isDissolved: boolean,
): { text: string; seat: WallSupporter['seat'] } | null {
  if (kind === 'organisation') return null
  if (kind === 'peer')
    return {
      text: isFormer ? 'Former member of the House of Lords' : 'Member of the House of Lords',
      seat: null,
    }
  if (isFormer) return { text: constituency ? `Former MP, signed as MP for ${constituency}` : 'Former MP', seat: null }
  if (isDissolved) return { text: seat ? `Was MP for ${seat.name}` : 'Was an MP', seat: null }
  return seat ? { text: 'MP for', seat } : { text: 'MP', seat: null }
}

const number = /* @__PURE__ */ once(() => new Intl.NumberFormat('en-GB'))

/** "39 supporters", or "3 of 39 supporters" when filtered. */
export function composeWallCount(shown: number, all: number): string {
  return `${shown < all ? `${number().format(shown)} of ` : ''}${number().format(all)} supporter${all === 1 ? '' : 's'}`
}

/** A selection for another page: the first sitting parliamentarians and the first organisations. */
export function sliceWall(
  supporters: readonly WallSupporter[],
  max: { mps: number; organisations: number },
): WallSupporter[] {
  const mps = supporters.filter(({ kind, isFormer }) => kind === 'mp' && !isFormer)
  const organisations = supporters.filter(({ kind }) => kind === 'organisation')
  return [...mps.slice(0, max.mps), ...organisations.slice(0, max.organisations)]
}
