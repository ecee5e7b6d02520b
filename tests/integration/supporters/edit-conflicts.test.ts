import { describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { databases } from '../databases'
import { openSupporterForm } from './open-supporter-form'

describe.each(databases)('the form of a supporter, used by two people, on $name', ({ create }) => {
  let db: PrismaClient
  const { edit, open } = openSupporterForm(create, (opened) => {
    db = opened
  })

  test('who saves second is told who saved what, and overwrites nothing', async () => {
    const [mine, theirs] = [await open('Unseen'), await open('Unseen')]
    await edit(
      { ...theirs.draft, link: 'https://unseen.example/', name: 'Unseen UK' },
      { known: theirs.known, who: 'bob' },
    )
    const answer = await edit({ ...mine.draft, name: 'UNSEEN', notes: 'Ring\r\nthem' }, { known: mine.known })
    expect(answer).toEqual({
      outcome: 'conflict',
      meanwhile: {
        theirs: { ...mine.draft, link: 'https://unseen.example/', name: 'Unseen UK' },
        changes: ['Bob changed the name and the link, 22 Nov 2026, 10:00.'],
        version: 2,
        seen: expect.any(Number),
      },
    })
    expect(await db.supporter.findUnique({ where: { id: mine.known.id } })).toMatchObject({
      name: 'Unseen UK',
      version: 2,
    })
  })

  test('of two who save at once one is told', async () => {
    const { draft, known } = await open('Unseen')
    const answers = await Promise.all(['One', 'Two', 'Three'].map((notes) => edit({ ...draft, notes }, { known })))
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
  })

  test('a save without a change is nobody’s conflict', async () => {
    const { draft, known } = await open('Unseen')
    expect(await edit(draft, { known, who: 'bob' })).toMatchObject({ outcome: 'saved' })
    expect(await edit({ ...draft, notes: 'x' }, { known })).toMatchObject({ outcome: 'saved' })
  })
})
