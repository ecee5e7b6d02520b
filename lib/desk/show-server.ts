import 'server-only'
import { getPostcodesAge } from '../postcodes/get-age'
import { findUpkeep } from '../shared/database/upkeep'
import { env } from '../shared/env'
import { getUnknownVisitors } from '../shared/warn-of-unknown-visitors'
import { getMailServer } from '../staff/mail/mailer'
import type { Role } from '../staff/model/staff'
import { composeServerParts, type ServerPart } from './model/server-state'

/** The parts of the server that this role may see: postcodes, backups, mail, visitors’ addresses, the database. */
export async function showServer(role: Role, now: Date): Promise<ServerPart[]> {
  const [check, backup] = await Promise.all([findUpkeep('check'), findUpkeep('backup')])
  const unknown = getUnknownVisitors(now)
  const facts = {
    postcodes: findPostcodesAge(now),
    isBackupOn: env.BACKUP_DIR !== '',
    backup,
    mailServer: getMailServer(),
    check,
    visitorsAdvice: unknown === null || unknown.reason === 'local' ? null : unknown.advice,
  }
  return composeServerParts(facts, now).filter(({ isForAdmins }) => role === 'admin' || !isForAdmins)
}

function findPostcodesAge(now: Date) {
  try {
    return getPostcodesAge(now)
  } catch {
    return null // health says why
  }
}
