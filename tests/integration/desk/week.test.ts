import { expect, test } from 'vitest'
import { readDeskText } from '@/lib/campaign/data/texts'
import { publishText } from '@/lib/campaign/publish-text'
import { saveText } from '@/lib/campaign/save-text'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
import { getWeek } from '@/lib/desk/get-week'
import { undoChange } from '@/lib/desk/undo'
import { switchMessageRule, publishRules } from '@/lib/messages/publish'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { setSupporterStatus } from '@/lib/supporters/arrange'
import { applyImport, previewImport } from '@/lib/supporters/import'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from '../messages/prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const staff = { id: 'staff-1', name: 'staff-1', role: 'publisher', email: '', sessionId: '' } as const
const change = { actor: staff, now }

onEachDatabase('what went live', ({ db }) => {
  prepareRules(db, ['staff-1'])
  const undoLast = async () => {
    const row = await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(await undoChange(String(row.id), staff, now)).toBe('undone')
  }
  const live = async () => (await getWeek(now)).live

  test('a message that is scheduled says from when, and one that is off isn’t there', async () => {
    const saved = await saveMessageRule(input({ name: 'Week', activeFrom: '2026-12-01T09:00' }), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    await publishRules([saved], change)
    expect((await live())[0]).toBe('staff-1 published a message “Week”, 22 Nov 2026, 10:00: from 1 Dec 2026, 09:00')
    const { version } = await db.messageRule.findUniqueOrThrow({ where: { id: saved.id } })
    await switchMessageRule({ id: saved.id, version, isActive: false }, change)
    const week = await getWeek(now)
    expect(week.live.join()).not.toContain('Week')
    expect(week.done[0]).toContain('switched a message on or off “Week”')
    await undoLast()
    expect((await live()).join()).toContain('published a message “Week”')
  })

  test('a supporter or a text that was undone isn’t live, and what stood before is again', async () => {
    const { id, name } = await db.supporter.findFirstOrThrow({ where: { kind: 'mp' } })
    await db.supporter.update({ where: { id }, data: { status: 'draft' } })
    await setSupporterStatus([id], 'published', change)
    expect((await live())[0]).toContain(`published a supporter ${name}`)
    await undoLast()
    expect((await live()).join()).not.toContain(name)
    await undoLast()
    expect((await live())[0]).toContain(`published a supporter ${name}`)

    const publish = async (title: string) => {
      const { version } = await readDeskText('hero')
      await saveText({ section: 'hero', version, fields: { ...shippedTexts.hero, title } }, change)
      await publishText({ section: 'hero', version: version + 1 }, change)
    }
    await publish('One')
    const [first] = await live()
    expect(first).toContain('published a text')
    await publish('Two')
    await undoLast()
    expect((await live())[0]).toBe(first)
  })

  test('an import that changed published supporters went live', async () => {
    const rows = ['On the wall', 'A draft', 'On the wall too'].map((name, at) => ({
      name,
      kind: 'organisation' as const,
      at,
    }))
    await db.supporter.createMany({
      data: rows.map(({ name, kind, at }) => ({
        ...{ name, kind, position: 2_000 + at, updatedAt: now },
        status: name === 'A draft' ? 'draft' : 'published',
      })),
    })
    const importNew = async (names: string[]) => {
      const text = `kind,name,link\n${names.map((name) => `organisation,${name},https://${names.length}.example.org/`).join('\n')}\n`
      const preview = await previewImport(Buffer.from(text))
      if (preview.outcome === 'refused') throw new Error(preview.message)
      expect(await applyImport(preview.plan, change)).toMatchObject({ changed: names.length })
    }
    await importNew(['On the wall', 'A draft', 'On the wall too'])
    expect((await live())[0]).toBe('staff-1 imported 2 supporters, 22 Nov 2026, 10:00')
    await undoLast()
    expect((await live()).join()).not.toContain('imported')
    await importNew(['On the wall', 'A draft'])
    expect((await live())[0]).toBe('staff-1 imported a supporter On the wall, 22 Nov 2026, 10:00')
  })
})
