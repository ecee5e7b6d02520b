import { beforeAll, beforeEach } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { seedMessageRules } from '@/lib/messages/data/rules'

/** Gives a group of tests publishers with these ids, and each test the shipped rules, since tests run in any order. */
export function prepareRules(db: PrismaClient, publishers: string[]) {
  const at = new Date('2026-11-22T10:00:00Z')
  beforeAll(async () => {
    for (const id of publishers) {
      const email = `${id}@example.org`
      await db.user.create({
        data: { id, name: id, email, emailVerified: true, role: 'publisher', createdAt: at, updatedAt: at },
      })
    }
  })
  beforeEach(async () => {
    await db.messageRule.deleteMany()
    await seedMessageRules(db)
  })
}

/** The form of a rule for Scotland, all but what a test is about. */
export const composeInput = (more: object) => ({
  name: 'Scotland',
  isActive: true,
  conditions: { nation: 'Scotland' },
  postText: 'Ours. {mp_handle}',
  emailSubject: 'S',
  emailBody: 'B',
  ...more,
})
