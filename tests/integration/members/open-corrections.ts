import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { startMembersApi } from '../../fixtures/members-api-server'
import { copyFilled } from '../copy-filled'
import { useDatabase as openDatabase } from '../databases'

export const now = new Date('2026-11-22T10:00:00Z')
export const change = { actor: { id: 'staff-1' }, now }
export const seatCode = 'E14001069' // Ashford
export const input = {
  seatCode,
  field: 'email',
  value: 'office@example.org',
  reason: 'The office told us',
  expiresOn: '2026-12-31',
}

/**
 * Opens a database with a publisher, Pat, and Parliament's stand-in, for the tests of a group. Each test begins
 * without corrections.
 * @param onOpen is given the open database before the first test; modules of the site can be imported from then on
 */
export function openCorrections(onOpen: (db: PrismaClient) => Promise<void>) {
  let db: PrismaClient
  let stop: () => Promise<void>

  beforeAll(async () => {
    const api = await startMembersApi()
    const opened = await openDatabase(copyFilled, { MEMBERS_API_URL: api.url })
    db = opened.db
    await db.user.create({
      data: {
        id: 'staff-1',
        name: 'Pat',
        email: 'pat@example.org',
        emailVerified: true,
        role: 'publisher',
        createdAt: now,
        updatedAt: now,
      },
    })
    stop = async () => {
      await opened.close()
      await api.close()
    }
    await onOpen(db)
  })
  afterAll(() => stop())
  beforeEach(async () => {
    await db.directoryCorrection.deleteMany()
  })
}
