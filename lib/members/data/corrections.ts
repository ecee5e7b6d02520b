import 'server-only'
import { toUkDay } from '../../shared/model/uk-time'
import { compareCorrection, type CorrectionField, correctionFields, type CorrectionState } from '../model/correction'
import type { CorrectionContent } from '../model/correction-input'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'

/**
 * A correction with its seat and how it compares with Parliament's data. `expiresOn` is the last day it
 * applies.
 */
export type Correction = CorrectionContent & {
  id: number
  seat: string
  savedBy: string // a staff id; '' for the command line
  savedAt: Date
  state: CorrectionState
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

/** The corrections of one seat, or of all, ordered by seat and including expired ones. */
export async function listCorrections(now: Date, seatCode?: string): Promise<Correction[]> {
  const db = await database()
  const rows = await db.directoryCorrection.findMany({
    where: { seatCode },
    include: { seat: { select: { name: true, member: { select: mpFields } } } },
    orderBy: [{ seat: { name: 'asc' } }, { field: 'asc' }],
  })
  return rows.flatMap(({ seat, ...row }) => {
    const field = parseField(row.field)
    return field ? [{ ...row, field, seat: seat.name, ...compareCorrection(row, seat.member, toUkDay(now)) }] : []
  })
}

type Current = (CorrectionContent & { id: number; savedAt: Date }) | null

/**
 * Replaces the seat's correction for this field, or removes it.
 * @param next null to remove it
 * @param isExpected whether the current correction (null for none) is the one the caller saw
 * @returns the new correction's id, null when it was removed, or a conflict when it has changed since
 */
export async function replaceCorrection(
  { seatCode, field }: Pick<CorrectionContent, 'seatCode' | 'field'>,
  next: CorrectionContent | null,
  { actor, now, undoing }: Change,
  isExpected: (current: Current) => boolean,
): Promise<{ outcome: 'written'; id: number | null } | { outcome: 'changed-since' }> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'directory')
    const current = await readCorrection(tx, { seatCode, field })
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
      undoing,
      action,
      entity: 'directory',
      entityId: `${slug}/${field}`,
      before: current && toContent(current),
      after: next && toContent(next),
    })
    if (!next) {
      await tx.directoryCorrection.delete({ where: { seatCode_field: { seatCode, field } }, select: { id: true } })
      return { outcome: 'written', id: null }
    }
    const data = { ...toContent(next), savedBy: actor?.id ?? '', savedAt: now }
    const { id } = await tx.directoryCorrection.upsert({
      where: { seatCode_field: { seatCode, field } },
      create: data,
      update: data,
      select: { id: true },
    })
    return { outcome: 'written', id }
  })
}

/**
 * Removes a correction; false when it has already gone.
 * @param seen when the version on screen was saved (`Date.toISOString`); also false when it has changed since
 */
export async function deleteCorrection(id: number, change: Change, seen?: string): Promise<boolean> {
  const db = await database()
  const row = await db.directoryCorrection.findUnique({ where: { id }, select: contentFields })
  const field = row && parseField(row.field)
  if (!field) return false
  const answer = await replaceCorrection(
    { seatCode: row.seatCode, field },
    null,
    change,
    (current) => current?.id === id && (seen === undefined || current.savedAt.toISOString() === seen),
  )
  return answer.outcome === 'written'
}

async function readCorrection(tx: Transaction, place: Pick<CorrectionContent, 'seatCode' | 'field'>): Promise<Current> {
  const row = await tx.directoryCorrection.findUnique({
    where: { seatCode_field: place },
    select: { id: true, savedAt: true, ...contentFields },
  })
  return row && { ...row, field: place.field }
}

function toContent({ seatCode, memberId, field, value, reason, expiresOn }: CorrectionContent): CorrectionContent {
  return { seatCode, memberId, field, value, reason, expiresOn }
}

function parseField(text: string): CorrectionField | null {
  return correctionFields.find((each) => each === text) ?? null
}
