import 'server-only'
import { type Logo, logoTypes } from '../model/logo'
import type { WallLogo, WallSupporter } from '../model/supporter'
import { composeWall } from '../model/wall'
import { isMarkedVacant } from '../../members/model/correction'
import { database } from '../../shared/database/client'
import { currentCorrections } from '../../members/data/seats'
import { selectForWall } from './select'

const logoFields = { logoHash: true, logoType: true, logoWidth: true, logoHeight: true, logoAlt: true } as const

/** Parliament ids of the MPs on the wall, including former ones. Read for every message. */
export async function listSupporterIds(): Promise<ReadonlySet<number>> {
  const db = await database()
  const rows = await db.supporter.findMany({
    where: { kind: 'mp', status: 'published', memberId: { not: null } },
    select: { memberId: true },
  })
  return new Set(rows.flatMap(({ memberId }) => memberId ?? []))
}

/** The published supporter that is this Member; null for none. */
export async function findSupporterOfMember(memberId: number): Promise<number | null> {
  const db = await database()
  const row = await db.supporter.findFirst({
    where: { kind: 'mp', status: 'published', memberId },
    select: { id: true },
  })
  return row?.id ?? null
}

/** The wall in order, with current details from the directory and without logo bytes. */
export async function listWall(): Promise<WallSupporter[]> {
  const db = await database()
  const rows = await db.supporter.findMany({
    where: { status: 'published' },
    select: {
      id: true,
      ...selectForWall,
      ...logoFields,
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const members = await db.member.findMany({
    where: { id: { in: rows.flatMap(({ kind, memberId }) => (kind === 'mp' ? (memberId ?? []) : [])) } },
    select: {
      id: true,
      party: true,
      portrait: { select: { hash: true } },
      seat: { select: { slug: true, name: true, nation: true, corrections: currentCorrections(new Date()) } },
    },
  })
  return composeWall(
    rows.map(({ logoHash, logoType, logoWidth, logoHeight, logoAlt, ...row }) => ({
      ...row,
      logo: toLogo({ hash: logoHash, type: logoType, width: logoWidth, height: logoHeight, alt: logoAlt }),
    })),
    new Map(
      members.map(({ id, party, portrait, seat }) => [
        id,
        {
          party,
          portrait: portrait?.hash ?? null,
          seat:
            seat && !isMarkedVacant(id, seat.corrections)
              ? { slug: seat.slug, name: seat.name, nation: seat.nation }
              : null,
        },
      ]),
    ),
  )
}

/** A logo on the wall by its hash; null when there is none, or its type may not be served. */
export async function getLogo(hash: string): Promise<Logo | null> {
  return findLogo({ logoHash: hash, status: 'published' })
}

/** Any supporter's logo, on the wall or not: for staff. */
export async function getAnyLogo(hash: string): Promise<Logo | null> {
  return findLogo({ logoHash: hash })
}

async function findLogo(where: { logoHash: string; status?: 'published' }): Promise<Logo | null> {
  const db = await database()
  const row = await db.supporter.findFirst({ where, select: { logoBytes: true, logoType: true } })
  const type = logoTypes.find((each) => each === row?.logoType)
  return row?.logoBytes && type ? { bytes: row.logoBytes, type } : null
}

function toLogo({
  hash,
  type,
  width,
  height,
  alt,
}: { [Field in keyof WallLogo]: WallLogo[Field] | null }): WallLogo | null {
  return hash === null || type === null || width === null || height === null || alt === null
    ? null
    : { hash, type, width, height, alt }
}
