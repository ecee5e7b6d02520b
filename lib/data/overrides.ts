import 'server-only'
import { toUkDay } from '../domain/day'
import { compareOverride, type OverrideField, overrideFields, type OverrideState } from '../domain/override'
import { database } from './client'
import type { Change } from './message-desk'

/** An override with the seat it is for and how it stands to Parliament's data; `expiresOn` is its last day. */
export type Override = {
  id: number
  seatCode: string
  seat: string
  memberId: number
  field: OverrideField
  value: string | null
  reason: string
  savedBy: string
  savedAt: Date
  expiresOn: string
  state: OverrideState
  directoryValue: string | null
  agrees: boolean
}

const mpFields = { id: true, name: true, party: true, email: true, xHandle: true, blueskyHandle: true } as const

/** The overrides of all seats or of one, by seat, those that have expired too. */
export async function listOverrides(now: Date, seatCode?: string): Promise<Override[]> {
  const db = await database()
  const rows = await db.directoryOverride.findMany({
    where: { seatCode },
    include: { seat: { select: { name: true, member: { select: mpFields } } } },
    orderBy: [{ seat: { name: 'asc' } }, { field: 'asc' }],
  })
  return rows.flatMap(({ seat, ...row }) => {
    const field = overrideFields.find((each) => each === row.field)
    return field ? [{ ...row, field, seat: seat.name, ...compareOverride(row, seat.member, toUkDay(now)) }] : []
  })
}

/** Keeps an override in place of the one that the seat had for this field. */
export async function writeOverride(override: Pick<Override, 'seatCode' | 'memberId' | 'field' | 'value' | 'reason' | 'expiresOn'>, { by, now }: Change): Promise<number> {
  const db = await database()
  const { seatCode, field, ...rest } = override
  const data = { ...rest, savedBy: by, savedAt: now }
  const { id } = await db.directoryOverride.upsert({ where: { seatCode_field: { seatCode, field } }, create: { seatCode, field, ...data }, update: data, select: { id: true } })
  return id
}

/** Takes an override away; false when it is gone already. */
export async function deleteOverride(id: number): Promise<boolean> {
  const db = await database()
  return (await db.directoryOverride.deleteMany({ where: { id } })).count > 0
}
