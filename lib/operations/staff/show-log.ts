import 'server-only'
import { z } from 'zod'
import { listAudit } from '../../data/audit'
import { listStaffNames } from '../../data/staff'
import { auditEntities, type AuditFilter, type AuditLine } from '../../domain/audit'

const filterShape = z.object({
  person: z.string().max(100).catch(''),
  entity: z.enum(['', ...auditEntities]).catch(''),
  day: z.union([z.literal(''), z.iso.date()]).catch(''),
})

/** The log as it was asked for, and who can be chosen. */
export type LogPage = { filter: AuditFilter; lines: AuditLine[]; people: { id: string; name: string }[] }

/** The newest changes that fit. @param asked not trusted: `person`, `entity`, `day`; what is unknown is no limit */
export async function showLog(asked: Record<string, unknown>): Promise<LogPage> {
  const filter = filterShape.parse(asked)
  const [lines, people] = await Promise.all([listAudit(filter), listStaffNames()])
  return { filter, lines, people }
}
