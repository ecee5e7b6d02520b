import 'server-only'
import { parseRole, type Role } from '../model/staff'
import { database } from '../../shared/database/client'

/** A member of staff for the list of people. Times are null when there was none. */
export type StaffMember = {
  id: string
  name: string
  email: string
  role: Role
  hasSignedIn: boolean
  passkeys: number
  lastSeenAt: Date | null
}

/** Everybody who may use the desk, by name. */
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

/** Everybody who is or was on the staff, by id and name, for choosing in the log. */
export async function listStaffNames(): Promise<{ id: string; name: string }[]> {
  const db = await database()
  return db.user.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
}

/** Who has an address; null when nobody on the staff has. @param email in lower case */
export async function findStaffByEmail(email: string): Promise<{ id: string; role: Role } | null> {
  const db = await database()
  const row = await db.user.findFirst({ where: { email, removedAt: null }, select: { id: true, role: true } })
  return row && { id: row.id, role: parseRole(row.role) ?? 'editor' }
}

/** The address of somebody on the staff. */
export async function getStaffEmail(id: string): Promise<string> {
  const db = await database()
  return (await db.user.findUniqueOrThrow({ where: { id }, select: { email: true } })).email
}
