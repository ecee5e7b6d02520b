import 'server-only'
import { randomUUID } from 'node:crypto'
import { parseRole, type Role } from '../model/staff'
import type { Actor, Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'

/** `last-admin`: refused, because no one would be left to manage people. */
export type StaffChangeAnswer = { outcome: 'changed' } | { outcome: 'not-found' } | { outcome: 'last-admin' }

type PersonChange = Change & { id: string }

/**
 * Adds someone to the staff.
 * @param person email in lower case
 * @returns the id of the new or existing member of staff; an existing one keeps their role
 */
export async function addStaff(
  person: { email: string; name: string; role: Role },
  actor: Actor,
  now: Date,
): Promise<{ id: string; role: Role; isNew: boolean; hasSignedIn: boolean }> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'people') // or two admins could remove each other at the same time
    const known = await tx.user.findUnique({
      where: { email: person.email },
      select: { id: true, role: true, emailVerified: true },
    })
    if (known)
      return { id: known.id, role: parseRole(known.role) ?? 'editor', isNew: false, hasSignedIn: known.emailVerified }
    const { id } = await tx.user.create({
      data: { ...person, id: randomUUID(), emailVerified: false, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    await recordAudit(tx, {
      actor,
      action: 'staff.invited',
      entity: 'staff',
      entityId: id,
      before: null,
      after: { role: person.role },
      now,
    })
    return { id, role: person.role, isNew: true, hasSignedIn: false }
  })
}

/** Changes someone’s role from their next request. */
export async function writeRole({
  id,
  role,
  actor,
  now,
  undoing,
}: PersonChange & { role: Role }): Promise<StaffChangeAnswer> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'people') // or two admins could remove each other at the same time
    const person = await findActive(tx, id)
    if (!person) return { outcome: 'not-found' }
    if (person.role === role) return { outcome: 'changed' }
    if (await isLastAdmin(tx, person)) return { outcome: 'last-admin' }
    await tx.user.update({ where: { id }, data: { role, updatedAt: now }, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'staff.role-changed',
      entity: 'staff',
      entityId: id,
      before: { role: person.role },
      after: { role },
      now,
      undoing,
    })
    return { outcome: 'changed' }
  })
}

/** Changes someone’s name. The log says that it was changed, and never a name. */
export async function writeName({ id, name, actor, now }: PersonChange & { name: string }): Promise<StaffChangeAnswer> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'people')
    if (!(await findActive(tx, id))) return { outcome: 'not-found' }
    await tx.user.update({ where: { id }, data: { name, updatedAt: now }, select: { id: true } })
    const about = { entity: 'staff', entityId: id, before: null, after: null } as const
    await recordAudit(tx, { actor, action: 'staff.renamed', ...about, now })
    return { outcome: 'changed' }
  })
}

/**
 * Revokes someone’s access at once and erases their name and address. The log keeps their actions under a neutral name.
 */
export async function removePerson({ id, actor, now }: PersonChange): Promise<StaffChangeAnswer> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'people') // or two admins could remove each other at the same time
    const person = await findActive(tx, id)
    if (!person) return { outcome: 'not-found' }
    if (await isLastAdmin(tx, person)) return { outcome: 'last-admin' }
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.passkey.deleteMany({ where: { userId: id } })
    await tx.account.deleteMany({ where: { userId: id } })
    await tx.verification.deleteMany({ where: { value: { contains: JSON.stringify(person.email) } } })
    const neutral = { name: `Former member of staff ${id.slice(0, 4)}`, email: `${id}@removed.invalid` }
    await tx.user.update({ where: { id }, data: { ...neutral, removedAt: now, updatedAt: now }, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'staff.removed',
      entity: 'staff',
      entityId: id,
      before: { role: person.role },
      after: null,
      now,
    })
    return { outcome: 'changed' }
  })
}

function findActive(tx: Transaction, id: string) {
  return tx.user.findFirst({ where: { id, removedAt: null }, select: { id: true, email: true, role: true } })
}

async function isLastAdmin(tx: Transaction, person: { id: string; role: string }): Promise<boolean> {
  return (
    person.role === 'admin' &&
    (await tx.user.count({ where: { role: 'admin', removedAt: null, id: { not: person.id } } })) === 0
  )
}
