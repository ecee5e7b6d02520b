import { cp, mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { connect } from '@/lib/shared/database/client'
import { dialectOf } from '@/lib/shared/database/dialect'
import { listMigrations, migrate } from '@/lib/shared/database/migrate'
import { databases } from '../databases'

const at = new Date('2026-11-20T10:00:00.000Z')

describe.each(databases)('a database from before there were enums, on $name', ({ create }) => {
  test('keeps all its rows', async () => {
    const url = await create()
    const { provider, instant } = dialectOf(url)
    const old = await mkdtemp(path.join(os.tmpdir(), 'old version '))
    for (const { name } of await listMigrations(provider)) {
      const folder = path.join('prisma/migrations', provider, name)
      if (name < '20261126100000') await cp(folder, path.join(old, folder), { recursive: true })
    }
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(old)
    await migrate(url)
    cwd.mockRestore()
    const db = await connect(url)
    const insert = (table: string, rows: string) => db.$executeRawUnsafe(`INSERT INTO "${table}" ${rows}`)
    const insertAt = (table: string, rows: string) =>
      db.$executeRawUnsafe(`INSERT INTO "${table}" ${rows.replace('AT', instant(1))}`, at)
    await insert(
      'Member',
      `("id", "name", "party", "xHandle", "xSource", "memberSince") VALUES
       (1, 'A', 'P', 'a', 'parliament', '2024-07-04'), (2, 'B', 'P', 'b', 'mysociety', '2024-07-04'), (3, 'C', 'P', NULL, NULL, '2024-07-04')`,
    )
    await insert(
      'Seat',
      `("code", "slug", "name", "nation", "region", "neighbours", "memberId") VALUES ('E1', 's', 'S', 'England', 'London', '', 1)`,
    )
    await insertAt('DirectorySync', `("id", "source", "checkedAt", "members") VALUES (1, 'seed', AT, 650)`)
    await insertAt('DirectorySync', `("id", "source", "checkedAt", "members") VALUES (2, 'parliament', AT, 649)`)
    const fields = ['member', 'name', 'party', 'email', 'x', 'bluesky']
    for (const field of fields)
      await insert(
        'DirectoryChange',
        `("syncId", "seatCode", "memberId", "field", "before", "after") VALUES (2, 'E1', 1, '${field}', 'a', NULL)`,
      )
    const corrected = ['bluesky', 'email', 'vacant', 'x']
    for (const field of corrected)
      await insertAt(
        'DirectoryOverride',
        `("seatCode", "memberId", "field", "value", "reason", "savedBy", "savedAt", "expiresOn") VALUES ('E1', 1, '${field}', 'v', 'r', 'ann', AT, '2026-12-31')`,
      )
    const kinds = ['mp', 'peer', 'organisation']
    const statuses = ['draft', 'published', 'hidden']
    for (const [index, kind] of kinds.entries())
      for (const status of statuses)
        await insertAt(
          'Supporter',
          `("kind", "name", "memberId", "position", "status", "updatedAt", "version") VALUES ('${kind}', '${kind} ${status}', ${status === 'draft' ? index + 1 : 'NULL'}, 10, '${status}', AT, 7)`,
        )
    const roles = ['admin', 'publisher', 'editor']
    for (const role of roles)
      await db.$executeRawUnsafe(
        `INSERT INTO "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "role") VALUES ('${role}', 'N', '${role}@example.org', true, ${instant(1)}, ${instant(2)}, '${role}')`,
        at,
        at,
      )
    await insertAt(
      'AuditEntry',
      `("at", "day", "actorId", "action", "entity", "entityId", "after") VALUES (AT, '2026-11-20', 'admin', 'staff.invited', 'staff', 'editor', '{"role":"editor"}')`,
    )
    for (const task of ['backup', 'check'])
      await insertAt('Upkeep', `("task", "startedAt", "detail") VALUES ('${task}', AT, 'done')`)
    const settings = `("id", "version", "ministerTitle", "hashtags", "goalOf", "goal", "noticeText", "updatedBy", "updatedAt")`
    for (const [id, goalOf] of [`'seats'`, `'actions'`, 'NULL'].entries())
      await insertAt('CampaignSettings', `${settings} VALUES (${id + 1}, 1, 'M', '#a', ${goalOf}, 650, '', 'ann', AT)`)

    expect(await migrate(url)).toContain('20261126100000_enums')
    const byId = { orderBy: { id: 'asc' } } as const
    expect(await db.member.findMany(byId)).toMatchObject([
      { xSource: 'parliament', xHandle: 'a' },
      { xSource: 'mysociety' },
      { xSource: null },
    ])
    expect(await db.directorySync.findMany(byId)).toMatchObject([
      { source: 'seed', checkedAt: at, members: 650 },
      { source: 'parliament' },
    ])
    expect((await db.directoryChange.findMany(byId)).map(({ field }) => field)).toEqual(fields)
    const corrections = await db.directoryCorrection.findMany({ orderBy: { field: 'asc' } })
    expect(corrections.map(({ field }) => field)).toEqual(corrected)
    const supporters = await db.supporter.findMany({
      ...byId,
      where: { status: { in: ['draft', 'published', 'hidden'] } },
    })
    expect(supporters.map(({ kind, status }) => `${kind} ${status}`)).toEqual(supporters.map(({ name }) => name))
    expect(supporters).toHaveLength(9)
    expect(supporters[0]).toMatchObject({ memberId: 1, updatedAt: at, version: 7 })
    await expect(
      db.supporter.create({
        data: { kind: 'mp', name: 'x', memberId: 1, position: 1, status: 'draft', updatedAt: at },
      }),
    ).rejects.toMatchObject({ code: 'P2002' }) // the unique index is still there
    expect((await db.user.findMany()).map(({ id, role }) => id === role)).toEqual([true, true, true])
    expect((await db.upkeep.findMany()).map(({ task }) => task).sort()).toEqual(['backup', 'check'])
    expect((await db.campaignSettings.findMany(byId)).map(({ goalOf }) => goalOf)).toEqual(['seats', 'actions', null])
    await expect(db.auditEntry.deleteMany()).rejects.toThrow() // and so is the trigger
    await db.$disconnect()
  })
})
