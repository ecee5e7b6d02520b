import { expect, test } from 'vitest'
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
})
