import 'server-only'
import { z } from 'zod'
import { measureDeeds } from '../audit/data/deeds'
import { listAudit } from '../audit/data/entries'
import { findSeatPage } from '../members/data/read-seed'
import { listStaffNames } from '../staff/data/staff'
import { auditEntities, type AuditDeed, type AuditFilter, type AuditLine, groupDeeds } from '../audit/model/entry'
import { parseBurstId } from '../actions/model/burst'
import { channelWords } from '../actions/model/channel'
import { formatShortDay } from '../shared/model/uk-time'

const filterShape = z.object({
  person: z.string().max(100).catch(''),
  entity: z.enum(['', ...auditEntities]).catch(''),
  day: z.union([z.literal(''), z.iso.date()]).catch(''),
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional()
    .catch(undefined),
})

/** A page of the log, and the people to filter by. `older`: the id to pass as `before` for the next page. */
export type LogPage = {
  filter: AuditFilter
  deeds: AuditDeed[]
  people: { id: string; name: string }[]
  isNewest: boolean
  older: number | null
}

/**
 * A page of matching changes, newest first.
 * @param asked not trusted: `person`, `entity`, `day`, `before` (an id); invalid values are ignored
 */
export async function showLog(asked: Record<string, unknown>): Promise<LogPage> {
  const { before, ...filter } = filterShape.parse(asked)
  const [{ lines, older }, people] = await Promise.all([listAudit(filter, before), listStaffNames()])
  const sizes = await measureDeeds([...new Set(lines.flatMap(({ deed }) => deed ?? []))])
  const deeds = groupDeeds(lines.map(nameBurst), sizes)
  return { filter, deeds, older, people, isNewest: before === undefined }
}

function nameBurst(line: AuditLine): AuditLine {
  const burst = line.entity === 'held' ? parseBurstId(line.entityId) : null
  if (!burst) return line
  return {
    ...line,
    entityName: `from ${findSeatPage(burst.seatCode)?.name ?? burst.seatCode} (${channelWords[burst.channel]}, ${formatShortDay(burst.day)})`,
  }
}
