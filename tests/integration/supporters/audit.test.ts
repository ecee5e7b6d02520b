import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { fieldNames, mapFields } from '@/lib/supporters/model/fields'
import { plainLogo } from '../../fixtures/logo-files'
import { draftOrganisation as plain, hostileNames } from '../../fixtures/supporters'
import { databases, resetSupporters, useDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
describe.each(databases)('the log of supporters on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>
  let last = 0
  const by = { actor: { id: 'ann' }, now }

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
    await db.user.create({
      data: {
        id: 'ann',
        name: 'Ann',
        email: 'ann@example.org',
        emailVerified: true,
        role: 'admin',
        createdAt: now,
        updatedAt: now,
      },
    })
  })
  afterAll(() => close())
  beforeEach(async () => {
    await resetSupporters(db)
    last = (await db.auditEntry.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0
  })

  const operations = async () => ({
    ...(await import('@/lib/supporters/save')),
    ...(await import('@/lib/supporters/change-logo')),
    ...(await import('@/lib/supporters/arrange')),
    ...(await import('@/lib/supporters/import')),
  })
  /** What the log has of this test: of each entry what happened, to whom, and the fields that differ. */
  async function log() {
    const { diffFields } = await import('@/lib/audit/model/entry')
    const entries = await db.auditEntry.findMany({ where: { id: { gt: last } }, orderBy: { id: 'asc' } })
    for (const entry of entries)
      expect(entry).toMatchObject({ entity: 'supporter', actorId: 'ann', at: now, day: '2026-11-22' })
    const read = (json: string | null): Record<string, unknown> | null => json && JSON.parse(json)
    return entries.map(({ action, entityId, before, after }) => ({
      action,
      id: Number(entityId),
      isNew: before === null,
      fields: diffFields(read(before), read(after)).map(({ field, after: value }) => [field, value]),
    }))
  }
  const find = (name: string) => db.supporter.findFirstOrThrow({ where: { name } })

  test('a supporter who is added, changed, and whose logo comes and goes', async () => {
    const { saveSupporter, changeLogo } = await operations()
    const ann = { id: 'ann', role: 'admin' } as const
    const added = await saveSupporter(plain, by)
    if (added.outcome !== 'saved') throw new Error(added.outcome)
    const { id, version } = added
    await saveSupporter({ ...plain, id, version, name: 'Test two' }, by)
    const logo = { bytes: await plainLogo().png().toBuffer(), alt: 'Red', permissionOn: '2026-11-01' }
    await changeLogo({ id, version: version + 1 }, logo, ann, now)
    await changeLogo({ id, version: version + 2 }, null, ann, now)
    const [created, ...others] = await log()
    expect(others).toEqual([
      { action: 'supporter.changed', id, isNew: false, fields: [['name', 'Test two']] },
      {
        action: 'supporter.logo-changed',
        id,
        isNew: false,
        fields: [
          ['logoHash', expect.stringMatching(/^[0-9a-f]{32}$/)],
          ['logoAlt', 'Red'],
          ['logoPermissionOn', '2026-11-01'],
        ],
      },
      {
        action: 'supporter.logo-changed',
        id,
        isNew: false,
        fields: [
          ['logoHash', null],
          ['logoAlt', null],
          ['logoPermissionOn', null],
        ],
      },
    ])
    expect(created).toMatchObject({ action: 'supporter.created', id, isNew: true })
    expect(created?.fields).toContainEqual(['name', 'Test'])
  })

  test('a save that is refused, stale or changes nothing has no entry', async () => {
    const { saveSupporter, setSupporterStatus, moveSupporter } = await operations()
    const unseen = await find('Unseen')
    const { id, version } = unseen
    const same = mapFields(fieldNames, (name) => unseen[name])
    expect(await saveSupporter({ ...plain, id, version: version + 1 }, by)).toEqual({ outcome: 'conflict' })
    expect(await saveSupporter({ ...plain, link: 'javascript:1' }, by)).toMatchObject({ outcome: 'refused' })
    expect(await saveSupporter({ ...plain, kind: 'mp', memberId: 4630 }, by)).toMatchObject({ outcome: 'refused' })
    expect(await saveSupporter({ ...same, id, version }, by)).toMatchObject({ outcome: 'saved' })
    await setSupporterStatus([id], 'published', by)
    await moveSupporter(id, 10_000, by)
    await moveSupporter(id, 10_000, by)
    expect((await log()).map(({ action }) => action)).toEqual(['supporter.moved'])
  })

  test('many who are hidden or moved have an entry each', async () => {
    const { setSupporterStatus, moveSupporter } = await operations()
    const [first, second] = [await find('Unseen'), await find('ECPAT UK')]
    const ofKind = await db.supporter.count({ where: { kind: first.kind } }) // those of other kinds have an order of their own
    await setSupporterStatus([first.id, second.id], 'hidden', by)
    await db.supporter.updateMany({ data: { position: 7 } })
    await moveSupporter(first.id, 0, by)
    const entries = await log()
    expect(entries.slice(0, 2).map(({ action, fields }) => [action, fields])).toEqual([
      ['supporter.hidden', [['status', 'hidden']]],
      ['supporter.hidden', [['status', 'hidden']]],
    ])
    expect(entries.slice(2)).toHaveLength(ofKind)
    expect(entries.filter(({ action }) => action === 'supporter.moved')).toEqual([
      { action: 'supporter.moved', id: first.id, isNew: false, fields: [['position', '10']] },
    ])
    expect(new Set(entries.slice(2).map(({ id }) => id)).size).toBe(ofKind)
  })

  test('each row that a file adds or changes has an entry, whatever it holds', async () => {
    const { confirmImport, previewImport } = await operations()
    const { id } = await find('Unseen')
    const names = hostileNames.filter((name) => name.length <= 200 && /[A-Za-z]/.test(name))
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const file = Buffer.from(
      `id,kind,name,status\n${id},organisation,Unseen,hidden\n${names.map((name) => `,organisation,${cell(name)},draft`).join('\n')}\n`,
    )
    const preview = await previewImport(file)
    if (preview.outcome === 'refused' || preview.plan.counts.wrong > 0) throw new Error(JSON.stringify(preview))
    await confirmImport(file, preview.seal, by)
    const entries = await log()
    expect(entries[0]).toEqual({ action: 'supporter.imported', id, isNew: false, fields: [['status', 'hidden']] })
    expect(entries).toHaveLength(names.length + 1)
    for (const entry of entries.slice(1)) {
      const row = await db.supporter.findUniqueOrThrow({ where: { id: entry.id } })
      expect(Object.fromEntries(entry.fields)).toMatchObject({
        name: row.name,
        position: String(row.position),
        status: 'draft',
      })
    }
  })
})
