import { expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { by, bytes, importOperations, now } from './import-operations'

onEachDatabase('supporters by file, changed since,', ({ db }) => {
  const { useShipped, operations, all, preview } = importOperations(db)

  test('a row that somebody has changed since stops it, before and after the file is planned again', async () => {
    await useShipped()
    const { applyImport, confirmImport } = await operations()
    const [first, second] = await all()
    const file = bytes(`id,kind,name,notes\n${first?.id},,,A\n${second?.id},,,B\n,organisation,Brand New,\n`)
    const { plan, seal } = await preview(file)
    await db.supporter.update({ where: { id: second?.id ?? 0 }, data: { notes: 'mine', version: { increment: 1 } } })
    const before = await all()
    expect(await confirmImport(file, seal, by)).toEqual({ outcome: 'outdated' })
    expect(await applyImport(plan, by)).toEqual({ outcome: 'outdated' })
    expect(await all()).toEqual(before)
    await db.supporter.delete({ where: { id: second?.id ?? 0 } })
    expect(await applyImport(plan, by)).toEqual({ outcome: 'outdated' })
    expect(await db.supporter.count()).toBe(38)
  })

  test('a member’s id that was taken since stops it', async () => {
    await useShipped()
    const { applyImport } = await operations()
    const { plan } = await preview('kind,name,parliament id\norganisation,New,\nmp,,4514\n')
    const { plan: change } = await preview(
      'kind,name,parliament id,former\norganisation,New,,\nmp,Caroline Lucas,4514,no\n',
    )
    await db.supporter.create({
      data: { kind: 'mp', name: 'x', memberId: 4514, position: 1, status: 'draft', updatedAt: now },
    })
    expect(await applyImport(plan, by)).toEqual({ outcome: 'outdated' })
    expect(change.counts).toMatchObject({ new: 1, changed: 1 })
    expect(await applyImport(change, by)).toEqual({ outcome: 'outdated' })
    expect(await db.supporter.count({ where: { name: 'New' } })).toBe(0)
  })

  test('of two who confirm the same at once, one does it', async () => {
    await useShipped()
    const { applyImport } = await operations()
    const [first] = await all()
    const { plan } = await preview(`id,notes\n${first?.id},A\n`)
    const answers = await Promise.all([applyImport(plan, by), applyImport(plan, by), applyImport(plan, by)])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'outdated', 'outdated'])
  })
})
