import 'server-only'
import type { ReviewedMember, ReviewedSupporter, JournalLine } from '../model/review'
import { database } from '../../shared/database/client'

export type WallReview = {
  supporters: (ReviewedSupporter & { version: number })[]
  members: ReadonlyMap<number, ReviewedMember>
  journal: JournalLine[]
}

/** The data for the wall check, from one snapshot: all published MPs, or only the one with this id. */
export async function readForReview(supporterId?: number): Promise<WallReview> {
  const db = await database()
  const [rows, members, lines, seats] = await db.$transaction([
    db.supporter.findMany({
      where: {
        kind: 'mp',
        status: 'published',
        memberId: { not: null },
        ...(supporterId === undefined ? {} : { id: supporterId }),
      },
      select: {
        id: true,
        version: true,
        name: true,
        memberId: true,
        isFormer: true,
        constituency: true,
        joinedOn: true,
        createdAt: true,
        updatedAt: true,
        answeredChanges: true,
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    db.member.findMany({ select: { id: true, name: true, leftOn: true, seat: { select: { name: true } } } }),
    db.directoryChange.findMany({
      where: { field: { in: ['member', 'party'] } },
      select: {
        id: true,
        syncId: true,
        memberId: true,
        seatCode: true,
        field: true,
        before: true,
        after: true,
        sync: { select: { checkedAt: true } },
      },
      orderBy: { id: 'asc' },
    }),
    db.seat.findMany({ select: { code: true, name: true } }),
  ])
  const seatNames = new Map(seats.map(({ code, name }) => [code, name]))
  return {
    supporters: rows.flatMap(({ memberId, createdAt, updatedAt, ...row }) =>
      memberId === null ? [] : [{ ...row, memberId, createdAt: createdAt ?? updatedAt }],
    ),
    members: new Map(members.map(({ id, name, leftOn, seat }) => [id, { name, leftOn, seatName: seat?.name ?? null }])),
    journal: lines.map(({ seatCode, sync, ...line }) => ({
      ...line,
      seatName: seatNames.get(seatCode) ?? seatCode,
      checkedAt: sync.checkedAt,
    })),
  }
}
