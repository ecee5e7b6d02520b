import { beforeAll, beforeEach, expect, test } from 'vitest'
import { editSupporter, type SupporterEdit } from '@/lib/supporters/edit'
import { applyImport, previewImport } from '@/lib/supporters/import'
import { emptyDraft, type SupporterDraft } from '@/lib/supporters/model/draft'
import { openSupporter } from '@/lib/supporters/open'
import { onEachDatabase, resetSupporters } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')

onEachDatabase('supporters that several people add at once', ({ db }) => {
  beforeAll(async () => {
    const ann = { id: 'ann', name: 'Ann', email: 'ann@example.org', emailVerified: true, role: 'publisher' } as const
    await db.user.create({ data: { ...ann, createdAt: now, updatedAt: now } })
  })
  beforeEach(() => resetSupporters(db))

  const edit = (draft: Partial<SupporterDraft>, known: SupporterEdit['known'] = null) =>
    editSupporter(
      { draft: { ...emptyDraft, kind: 'organisation', ...draft }, known, status: null, acceptsDuplicates: false },
      { id: 'ann', role: 'publisher' },
      now,
    )
  const plan = async (text: string) => {
    const preview = await previewImport(Buffer.from(text))
    if (preview.outcome === 'refused') throw new Error(preview.message)
    return preview.plan
  }
  const by = { actor: null, now }

  test('get a position each', async () => {
    const names = Array.from({ length: 8 }, (_none, at) => `Open Door ${at}`)
    const answers = await Promise.all(names.map((name) => edit({ name })))
    expect(answers.map(({ outcome }) => outcome)).toEqual(names.map(() => 'saved'))
    const added = await db.supporter.findMany({ where: { name: { in: names } }, orderBy: { position: 'asc' } })
    expect(added.map(({ position }) => position)).toEqual(names.map((_none, at) => 400 + 10 * at))
  })

  test('do not get past the question about duplicates, nor does one who is renamed', async () => {
    const { id } = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    const opened = await openSupporter(id)
    if (!opened) throw new Error('not there')
    const { draft, version, seen } = opened
    const answers = await Promise.all([
      edit({ name: 'Open Door' }),
      edit({ name: 'OPEN door!' }),
      edit({ ...draft, name: 'open door' }, { id, version, seen }),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['duplicates', 'duplicates', 'saved'])
  })

  test('stop a file that adds others and was checked before, but not a file that only changes some', async () => {
    const { id } = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    const adding = await plan('kind,name\norganisation,New\n')
    const changing = await plan(`id,notes\n${id},A\n`)
    const answers = await Promise.all([applyImport(adding, by), applyImport(adding, by)])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'outdated'])
    expect(await db.supporter.count({ where: { name: 'New' } })).toBe(1)
    expect(await applyImport(changing, by)).toMatchObject({ outcome: 'applied' })
  })
})
