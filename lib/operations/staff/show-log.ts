import 'server-only'
import { z } from 'zod'
import { listAudit } from '../../data/audit'
import { listStaffNames } from '../../data/staff'
import { auditEntities, type AuditFilter, type AuditLine } from '../../domain/audit'

const filterShape = z.object({
  person: z.string().max(100).catch(''),
  entity: z.enum(['', ...auditEntities]).catch(''),
  day: z.union([z.literal(''), z.iso.date()]).catch(''),
  before: z.coerce.number().int().positive().max(2 ** 31 - 1).optional().catch(undefined),
})

/** The log as it was asked for, and who can be chosen. `older`: the id before which it goes on. */
export type LogPage = { filter: AuditFilter; lines: AuditLine[]; people: { id: string; name: string }[]; isNewest: boolean; older: number | null }

/** A page of the changes that fit, newest first. @param asked not trusted: `person`, `entity`, `day`, `before` (an id); what is unknown is no limit */
export async function showLog(asked: Record<string, unknown>): Promise<LogPage> {
  const { before, ...filter } = filterShape.parse(asked)
  const [{ lines, older }, people] = await Promise.all([listAudit(filter, before), listStaffNames()])
  return { filter, lines, older, people, isNewest: before === undefined }
}
