import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import type { Role } from '@/lib/staff/model/staff'
import type { SupporterStatus } from '@/lib/supporters/model/supporter'
import { emptyDraft, type SupporterDraft } from '@/lib/supporters/model/draft'
import { resetSupporters, useDatabase as openDatabase } from '../databases'

export const now = new Date('2026-11-22T10:00:00Z')
export const organisation = { kind: 'organisation', name: 'Open Door' }

/**
 * Opens a database with two publishers, Ann and Bob, for the tests of a group. Each test begins with the shipped
 * supporters.
 * @param onOpen is given the open database before the first test
 * @returns how the tests save and open the form of a supporter
 */
export function openSupporterForm(create: () => Promise<string>, onOpen: (db: PrismaClient) => void) {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await openDatabase(create))
    onOpen(db)
    for (const id of ['ann', 'bob'])
      await db.user.create({
        data: {
          id,
          name: id === 'ann' ? 'Ann' : 'Bob',
          email: `${id}@example.org`,
          emailVerified: true,
          role: 'publisher',
          createdAt: now,
          updatedAt: now,
        },
      })
  })
  afterAll(() => close())
  beforeEach(() => resetSupporters(db))

  type More = {
    status?: SupporterStatus
    role?: Role
    who?: string
    accept?: boolean
    known?: { id: number; version: number; seen: number }
  }
  async function edit(
    draft: Partial<SupporterDraft>,
    { status, role = 'publisher', who = 'ann', accept = false, known }: More = {},
  ) {
    const { editSupporter } = await import('@/lib/supporters/edit')
    return editSupporter(
      { draft: { ...emptyDraft, ...draft }, known: known ?? null, status: status ?? null, acceptsDuplicates: accept },
      { id: who, role },
      now,
    )
  }
  async function open(name: string) {
    const { openSupporter } = await import('@/lib/supporters/open')
    const { id } = await db.supporter.findFirstOrThrow({ where: { name } })
    const opened = await openSupporter(id)
    if (!opened) throw new Error('not there')
    return { ...opened, known: { id, version: opened.version, seen: opened.seen } }
  }
  return { edit, open }
}
