import 'server-only'
import { parseRole, type Role } from '../model/staff'
import { database } from '../../shared/database/client'

/** A member of staff for the People page. `lastSeenAt` is null if they have no session. */
export type StaffMember = {
  id: string
  name: string
  email: string
  role: Role
  hasSignedIn: boolean
  passkeys: number
  lastSeenAt: Date | null
}

/** Everyone with access to the desk, sorted by name. */
export async function listStaffMembers(): Promise<StaffMember[]> {
  const db = await database()
  const rows = await db.user.findMany({
    where: { removedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      emailVerified: true,
      _count: { select: { passkeys: true } },
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, email, role, emailVerified, _count, sessions }) => ({
    id,
    name,
    email,
    role: parseRole(role) ?? 'editor',
    hasSignedIn: emailVerified,
    passkeys: _count.passkeys,
    lastSeenAt: sessions[0]?.updatedAt ?? null,
  }))
}

/** All current and former staff, for the activity log’s filter. */
export async function listStaffNames(): Promise<{ id: string; name: string }[]> {
  const db = await database()
  return db.user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

/** The member of staff with this address, if any. @param email in lower case */
export async function findStaffByEmail(email: string): Promise<{ id: string; role: Role } | null> {
  const db = await database()
  const row = await db.user.findFirst({ where: { email, removedAt: null }, select: { id: true, role: true } })
  return row && { id: row.id, role: parseRole(row.role) ?? 'editor' }
}

/** A member of staff’s email address. */
export async function getStaffEmail(id: string): Promise<string> {
  const db = await database()
  return (await db.user.findUniqueOrThrow({ where: { id }, select: { email: true } })).email
}
