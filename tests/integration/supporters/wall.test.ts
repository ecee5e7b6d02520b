import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { connect, type PrismaClient } from '@/lib/shared/database/client'
import { blankValues } from '@/lib/supporters/model/fields'
import { databases, resetSupporters, useDatabase } from '../databases'
import { plainLogo } from '../../fixtures/logo-files'
import { hostileNames } from '../../fixtures/supporters'

const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }

describe.each(databases)('supporters on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  const useShipped = () => resetSupporters(db)

  async function save(input: unknown) {
    const { saveSupporter } = await import('@/lib/supporters/save')
    return saveSupporter(input, by)
  }

  async function wall() {
    const { getWall } = await import('@/lib/supporters/get-wall')
    return (await getWall()).supporters
  }

  async function ids() {
    const { listSupporterIds } = await import('@/lib/supporters/data/wall')
    return listSupporterIds()
  }

  const own = {
    ...blankValues,
    kind: 'organisation',
    name: 'Our Own',
    link: 'https://example.org/',
    position: 5,
    status: 'published',
  }
  test('a start fills an empty table, in order, and leaves another alone', async () => {
    const { seedSupporters } = await import('@/lib/supporters/data/write')
    const { listShippedWall } = await import('@/lib/supporters/data/read-seed')
    expect(await useShipped()).toBe(39)
    expect(await seedSupporters(db)).toBe(0)
    const withoutIds = (list: { id: number }[]) => list.map((each) => ({ ...each, id: 0 }))
    expect(withoutIds(await wall())).toEqual(withoutIds(listShippedWall()))
    expect(await db.supporter.findFirst({ where: { name: 'Lord Hylton' } })).toMatchObject({
      isFormer: true,
      memberId: null,
      status: 'published',
      joinedOn: null,
      version: 1,
    })
  })

  test('who is a supporter for the messages: published MPs by id, sitting or not', async () => {
    await useShipped()
    expect((await ids()).size).toBe(13)
    expect((await ids()).has(738)).toBe(false) // a peer
    await db.supporter.updateMany({ where: { memberId: 4671 }, data: { status: 'hidden' } })
    await db.supporter.create({
      data: { kind: 'mp', name: 'Gone', memberId: 9_999, position: 1, status: 'published', updatedAt: now },
    })
    expect([(await ids()).has(4671), (await ids()).has(9_999), (await ids()).size]).toEqual([false, true, 13])
  })

  test('the directory decides who is an MP now', async () => {
    await useShipped()
    const find = async () => (await wall()).find(({ name }) => name === 'Ben Lake')
    expect(await find()).toMatchObject({
      isFormer: false,
      party: 'Plaid Cymru',
      seat: { slug: 'ceredigion-preseli', nation: 'Wales' },
    })
    await db.seat.update({ where: { slug: 'ceredigion-preseli' }, data: { memberId: null } })
    expect(await find()).toMatchObject({ isFormer: true, party: 'Plaid Cymru', seat: null })
    await db.seat.update({ where: { slug: 'ceredigion-preseli' }, data: { memberId: 4630 } })
    expect(await find()).toMatchObject({ isFormer: false })
  })

  test('a supporter is made, shown in its place, changed and hidden', async () => {
    await useShipped()
    const saved = await save({ ...own, name: ' Our \u202EOwn\n' })
    expect(saved).toEqual({ outcome: 'saved', id: expect.any(Number), version: 1 })
    const id = saved.outcome === 'saved' ? saved.id : 0
    expect((await wall())[0]).toEqual({
      id,
      kind: 'organisation',
      name: 'Our Own',
      isFormer: false,
      seat: null,
      party: null,
      constituency: null,
      link: 'https://example.org/',
      details: [],
      logo: null,
    })
    expect(await save({ ...own, id, version: 1, name: 'Changed' })).toEqual({ outcome: 'saved', id, version: 2 })
    expect((await wall())[0]?.name).toBe('Changed')
    expect(await save({ ...own, id, version: 2, status: 'hidden' })).toMatchObject({ version: 3 })
    expect((await wall()).length).toBe(39)
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({
      updatedAt: now,
      name: 'Our Own',
      version: 3,
    })
  })

  test('of two who edit the same version, one is told', async () => {
    await useShipped()
    const saved = await save(own)
    const id = saved.outcome === 'saved' ? saved.id : 0
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => save({ ...own, id, version: 1, name })))
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({ version: 2 })
    expect(await save({ ...own, id: 999_999, version: 1 })).toEqual({ outcome: 'not-found' })
  })

  test('one member stands on the wall once in a kind', async () => {
    await useShipped()
    const again = { ...own, kind: 'mp', memberId: 4671, link: null }
    const refused = { outcome: 'refused', problems: [{ field: 'memberId', message: expect.any(String) }] }
    expect(await save(again)).toEqual(refused)
    const row = await db.supporter.findFirst({ where: { memberId: 4630 } })
    expect(await save({ ...again, id: row?.id, version: 1 })).toEqual(refused)
    expect(await save({ ...again, kind: 'peer' })).toMatchObject({ outcome: 'saved' })
    expect(await save({ ...again, memberId: null })).toMatchObject({ outcome: 'saved' })
    expect(await save({ ...again, memberId: null })).toMatchObject({ outcome: 'saved' })
  })

  test('a logo is kept, served while it is on the wall, left alone by other changes, and removed', async () => {
    await useShipped()
    const { getLogo } = await import('@/lib/supporters/data/wall')
    const { changeLogo } = await import('@/lib/supporters/change-logo')
    const ann = { id: 'ann', role: 'publisher' } as const
    await db.user.create({
      data: { ...ann, name: 'Ann', email: 'ann@example.org', emailVerified: true, createdAt: now, updatedAt: now },
    })
    const saved = await save(own)
    const id = saved.outcome === 'saved' ? saved.id : 0
    const given = { bytes: await plainLogo().png().toBuffer(), alt: 'Our Own, in red', permissionOn: '2026-11-01' }
    expect(await changeLogo({ id, version: 1 }, given, ann, now)).toMatchObject({ outcome: 'saved' })
    const shown = (await wall())[0]?.logo
    expect(shown).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      type: 'image/webp',
      width: 300,
      height: 100,
      alt: 'Our Own, in red',
    })
    const hash = shown?.hash ?? ''
    expect(await getLogo(hash)).toMatchObject({ type: 'image/webp' })
    await save({ ...own, id, version: 2, status: 'draft' })
    expect(await getLogo(hash)).toBeNull()
    await save({ ...own, id, version: 3 })
    expect(await getLogo(hash)).not.toBeNull()
    await db.supporter.update({ where: { id }, data: { logoType: 'image/svg+xml' } })
    expect(await getLogo(hash)).toBeNull()
    expect(await changeLogo({ id, version: 4 }, null, ann, now)).toMatchObject({ outcome: 'saved' })
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({
      logoBytes: null,
      logoType: null,
      logoWidth: null,
      logoHeight: null,
      logoAlt: null,
      logoHash: null,
      logoPermissionOn: null,
    })
  })

  test.each<[string, object, string[]]>([
    ['a name of nothing but controls', { name: '\u202E\0' }, ['name']],
    ['a name that is too long', { name: 'x'.repeat(201) }, ['name']],
    ['a link that is not https', { link: 'javascript:alert(1)' }, ['link']],
    ['an unknown kind, status and field', { kind: 'bank', status: 'gone', admin: true }, ['', 'kind', 'status']],
    ['an organisation with a member’s id', { memberId: 1 }, ['memberId']],
    ['a constituency of an organisation', { constituency: 'Bath' }, ['constituency']],
    ['a change without a version', { id: 1 }, ['version']],
    ['a day that is none', { joinedOn: '2026-02-30' }, ['joinedOn']],
    ['a logo, which has a form of its own', { logo: null }, ['']],
  ])('%s is refused', async (_what, change, fields) => {
    await useShipped()
    const answer = await save({ ...own, ...change })
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field).sort() : answer).toEqual(fields)
    expect(await db.supporter.count()).toBe(39)
  })

  test('no input is a fault', async () => {
    for (const input of [null, undefined, 'x', [], { id: 1, version: 1 }])
      expect((await save(input)).outcome).toBe('refused')
  })

  test('hostile names in rows come out clean or not at all', async () => {
    await db.supporter.deleteMany()
    await db.supporter.createMany({
      data: hostileNames.map((name, index) => ({
        kind: 'organisation',
        name,
        position: index,
        status: 'published',
        updatedAt: now,
      })),
    })
    const names = (await wall()).map(({ name }) => name)
    expect(names).toHaveLength(hostileNames.length - 1) // one of them is nothing but controls
    expect(names.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
    expect(names).toContain('<script>alert(1)</script>')
  })
})

describe.each(databases)('processes that start together on $name', ({ create }) => {
  test('fill the wall once', async () => {
    const DATABASE_URL = await create()
    const start = () =>
      promisify(execFile)(process.execPath, typescript('tests/integration/server/start-once.ts', 'supporters'), {
        env: { ...process.env, DATABASE_URL },
      })
    const seeded = await Promise.all([start(), start(), start()])
    expect(seeded.map(({ stdout }) => Number(stdout)).sort()).toEqual([0, 0, 39])
    const db = await connect(DATABASE_URL)
    expect(await db.supporter.count()).toBe(39)
    await db.$disconnect()
  })
})
