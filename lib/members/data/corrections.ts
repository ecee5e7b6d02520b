import 'server-only'
import { toUkDay } from '../../shared/model/uk-time'
import { compareOverride, type OverrideField, overrideFields, type OverrideState } from '../model/correction'
import type { OverrideContent } from '../model/correction-input'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'

/** An override with the seat it is for and how it stands to Parliament's data; `expiresOn` is its last day. */
export type Override = OverrideContent & {
  id: number
  seat: string
  savedBy: string // the id of a member of staff, '' for the command line
  savedAt: Date
  state: OverrideState
  directoryValue: string | null
  agrees: boolean
}

const mpFields = { id: true, name: true, party: true, email: true, xHandle: true, blueskyHandle: true } as const
const contentFields = {
  seatCode: true,
  memberId: true,
  field: true,
  value: true,
  reason: true,
  expiresOn: true,
} as const

/** The overrides of all seats or of one, by seat, those that have expired too. */
export async function listOverrides(now: Date, seatCode?: string): Promise<Override[]> {
  const db = await database()
  const rows = await db.directoryOverride.findMany({
    where: { seatCode },
    include: { seat: { select: { name: true, member: { select: mpFields } } } },
    orderBy: [{ seat: { name: 'asc' } }, { field: 'asc' }],
  })
  return rows.flatMap(({ seat, ...row }) => {
    const field = parseField(row.field)
    return field ? [{ ...row, field, seat: seat.name, ...compareOverride(row, seat.member, toUkDay(now)) }] : []
  })
}

type Current = (OverrideContent & { id: number; savedAt: Date }) | null

/**
 * Puts an override in place of the one that the seat has for this field, or takes that away.
 * @param next null for none
 * @param isExpected whether the one that is there now is what was seen; null is none
 * @returns its id, null when there is none now; or that somebody has changed it since
 */
export async function replaceOverride(
  { seatCode, field }: Pick<OverrideContent, 'seatCode' | 'field'>,
  next: OverrideContent | null,
  { actor, now }: Change,
  isExpected: (current: Current) => boolean,
): Promise<{ outcome: 'written'; id: number | null } | { outcome: 'changed-since' }> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'directory')
    const current = await readOverride(tx, { seatCode, field })
    if (!isExpected(current)) return { outcome: 'changed-since' }
    if (!current && !next) return { outcome: 'written', id: null }
    const { slug } = await tx.seat.findUniqueOrThrow({ where: { code: seatCode }, select: { slug: true } })
    const action = next
      ? current
        ? 'directory.override-changed'
        : 'directory.overridden'
      : 'directory.override-removed'
    await recordAudit(tx, {
      actor,
      now,
      action,
      entity: 'directory',
      entityId: `${slug}/${field}`,
      before: current && toContent(current),
      after: next && toContent(next),
    })
    if (!next) {
      await tx.directoryOverride.delete({ where: { seatCode_field: { seatCode, field } }, select: { id: true } })
      return { outcome: 'written', id: null }
    }
    const data = { ...toContent(next), savedBy: actor?.id ?? '', savedAt: now }
    const { id } = await tx.directoryOverride.upsert({
      where: { seatCode_field: { seatCode, field } },
      create: data,
      update: data,
      select: { id: true },
    })
    return { outcome: 'written', id }
  })
}

/**
 * Removes an override; false when it is gone already.
 * @param seen when the one that was looked at was saved, as `Date.toISOString` writes it: false too when it has changed since
 */
export async function deleteOverride(id: number, change: Change, seen?: string): Promise<boolean> {
  const db = await database()
  const row = await db.directoryOverride.findUnique({ where: { id }, select: contentFields })
  const field = row && parseField(row.field)
  if (!field) return false
  const answer = await replaceOverride(
    { seatCode: row.seatCode, field },
    null,
    change,
    (current) => current?.id === id && (seen === undefined || current.savedAt.toISOString() === seen),
  )
  return answer.outcome === 'written'
}

async function readOverride(tx: Transaction, place: Pick<OverrideContent, 'seatCode' | 'field'>): Promise<Current> {
  const row = await tx.directoryOverride.findUnique({
    where: { seatCode_field: place },
    select: { id: true, savedAt: true, ...contentFields },
  })
  return row && { ...row, field: place.field }
}

function toContent({ seatCode, memberId, field, value, reason, expiresOn }: OverrideContent): OverrideContent {
  return { seatCode, memberId, field, value, reason, expiresOn }
}

function parseField(text: string): OverrideField | null {
  return overrideFields.find((each) => each === text) ?? null
}
