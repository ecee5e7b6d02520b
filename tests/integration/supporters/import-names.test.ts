import { expect, test } from 'vitest'
import { applyImportFile } from '@/lib/supporters/apply-import'
import { checkImport } from '@/lib/supporters/check-import'
import { onEachDatabase } from '../databases'
import { by, bytes, importOperations } from './import-operations'

onEachDatabase('names in a file', ({ db }) => {
  const { operations, all, preview } = importOperations(db)

  test('a name in other capitals renames nobody, and what changes on the wall is counted', async () => {
    await db.supporter.deleteMany()
    const { confirmImport } = await operations()
    const start = bytes('kind,name,status\norganisation,ECPAT UK,published\norganisation,Love146,draft\n')
    await confirmImport(start, (await preview(start)).seal, by)
    const file = bytes('kind,name,link\norganisation,ecpat uk,ecpat.org.uk\norganisation,love146,love146.org.uk\n')
    const check = await checkImport(file)
    expect(check).toMatchObject({
      counts: { changed: 2, new: 0 },
      live: 1,
      rows: {
        changed: [
          {
            name: 'ECPAT UK',
            keptName: 'ecpat uk',
            isLive: true,
            changes: [{ column: 'link', after: 'https://ecpat.org.uk/' }],
          },
          { name: 'Love146', keptName: 'love146', isLive: false },
        ],
      },
    })
    await confirmImport(file, check.outcome === 'planned' ? check.seal : '', by)
    expect((await all()).map(({ name, link }) => [name, link])).toEqual([
      ['ECPAT UK', 'https://ecpat.org.uk/'],
      ['Love146', 'https://love146.org.uk/'],
    ])
  })

  test('what a row was said to mean is applied as it was checked, and wrong rows come back whole', async () => {
    await db.supporter.deleteMany()
    const member = await db.member.findFirstOrThrow({ where: { seat: { isNot: null } }, include: { seat: true } })
    const head = 'kind,name,constituency,Twitter'
    const file = bytes(`${head}\nmp,"${member.name}",Nowhere,@a\nspaceship,Odd,,=1+1,extra\n`)
    const asked = await checkImport(file)
    if (asked.outcome === 'refused') throw new Error(asked.message)
    const answer = asked.rows.asked[0]?.candidates[0]?.answer ?? ''
    expect(answer).toBe(`memberId ${member.id}`)
    expect(asked.titles).toEqual(head.split(','))
    expect(asked.rows.wrong).toMatchObject([{ line: 3, cells: ['spaceship', 'Odd', '', '=1+1', 'extra'] }])

    const choices = { mapping: {}, leftOut: [3], answers: { 2: answer } }
    const check = await checkImport(file, 10, choices)
    expect(check).toMatchObject({ counts: { new: 1, asked: 0 }, choices })
    const seal = check.outcome === 'planned' ? check.seal : ''
    expect(await applyImportFile(file, seal, by)).toMatchObject({ outcome: 'refused' })
    expect(await applyImportFile(file, seal, by, () => {}, choices)).toMatchObject({ outcome: 'done' })
    expect(await all()).toMatchObject([{ memberId: member.id, name: member.name, constituency: 'Nowhere' }])
  })
})
