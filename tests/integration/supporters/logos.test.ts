import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { makeBadLogos } from '../../fixtures/bad-logos'
import { plainLogo } from '../../fixtures/logo-files'
import { databases, testOnce, useDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }

describe.each(databases)('logos on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  async function save(change: object) {
    const { saveLogo } = await import('@/lib/supporters/save-logo')
    const { id, version } = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    return saveLogo(
      {
        id,
        version,
        alt: 'Unseen, in red',
        permissionOn: '2026-11-01',
        bytes: await plainLogo().png().toBuffer(),
        ...change,
      },
      by,
    )
  }

  // Files are refused before the database is asked.
  testOnce(
    'every bad file is refused by name, with what to do, and nothing is written',
    async () => {
      const before = await db.supporter.findMany({ orderBy: { id: 'asc' } })
      const { composeLogoFailure } = await import('@/lib/supporters/model/logo-file')
      const files = await makeBadLogos()
      expect(files.length).toBeGreaterThan(50)
      const wrong: unknown[] = []
      for (const [what, bytes, reason] of files) {
        const answer = await save({ bytes })
        const refused = (why: typeof reason) =>
          JSON.stringify({ outcome: 'refused', problems: [{ field: 'bytes', message: composeLogoFailure(why) }] })
        // Of a bomb either the time or the memory runs out first.
        const expected = reason === 'too-slow' ? [refused(reason), refused('broken')] : [refused(reason)]
        if (!expected.includes(JSON.stringify(answer))) wrong.push([what, reason, answer])
      }
      expect(wrong).toEqual([])
      expect(await db.supporter.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    },
    180_000,
  )

  test('a good one is kept and served', async () => {
    const { getLogo } = await import('@/lib/supporters/data/wall')
    expect(await save({})).toMatchObject({ outcome: 'saved' })
    const row = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    expect(row).toMatchObject({
      logoType: 'image/webp',
      logoWidth: 300,
      logoHeight: 100,
      logoAlt: 'Unseen, in red',
      logoPermissionOn: '2026-11-01',
      updatedAt: now,
    })
    expect(row.logoHash).toBe(
      createHash('sha256')
        .update(row.logoBytes ?? '')
        .digest('hex')
        .slice(0, 32),
    )
    const served = await getLogo(row.logoHash ?? '')
    expect(await sharp(served?.bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 300,
      height: 100,
      hasAlpha: true,
    })
  })

  test('words and versions count as well as the file', async () => {
    expect(await save({ permissionOn: '2099-01-01' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'permissionOn', message: expect.stringContaining('This day hasn’t come yet.') }],
    })
    expect(await save({ alt: ' ', permissionOn: 'yesterday', bytes: 'x' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'bytes' }, { field: 'alt' }, { field: 'permissionOn' }],
    })
    expect(await save({ version: 999 })).toEqual({ outcome: 'conflict' })
    expect(await save({ id: 999_999 })).toEqual({ outcome: 'not-found' })
  })
})
