import { beforeEach, expect, test } from 'vitest'
import { listAudit, readContentMark } from '@/lib/audit/data/entries'
import { answerTextForm } from '@/lib/campaign/answer-text-form'
import { getTexts } from '@/lib/campaign/get-texts'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
import { previewText } from '@/lib/campaign/preview-text'
import { discardText, publishText, restoreText } from '@/lib/campaign/publish-text'
import { saveText } from '@/lib/campaign/save-text'
import { listTexts, showText, showTextHistory } from '@/lib/campaign/show-texts'
import { undoText } from '@/lib/campaign/undo-text'
import { invalidateCaches } from '@/lib/shared/cache'
import { formatFields } from '@/lib/shared/model/conflict'
import { onEachDatabase } from '../databases'

const change = { actor: null, now: new Date('2026-11-22T10:00:00Z') }
const section = 'hero'
const titled = (title: string) => ({ ...shippedTexts.hero, title })
const save = (version: number, title: string) => saveText({ section, version, fields: titled(title) }, change)
const publish = (version: number) => publishText({ section, version }, change)
const readTitle = async () => (await getTexts()).hero.title

onEachDatabase('the campaign’s texts', ({ db }) => {
  beforeEach(async () => {
    await db.campaignText.deleteMany()
    invalidateCaches()
  })

  async function lastLine() {
    const [row] = await db.auditEntry.findMany({ where: { entity: 'text' }, orderBy: { id: 'desc' }, take: 1 })
    const read = (json: string | null): Record<string, unknown> | null => (json === null ? null : JSON.parse(json))
    return { entityId: row?.entityId ?? '', before: read(row?.before ?? null), after: read(row?.after ?? null) }
  }

  test('until staff publish, pages have the shipped text', async () => {
    expect(await getTexts()).toEqual(shippedTexts)
    expect(await listTexts()).toHaveLength(Object.keys(shippedTexts).length)
    expect((await listTexts()).some(({ isChanged, hasDraft }) => isChanged || hasDraft)).toBe(false)
  })

  test('a draft shows in the preview only, and everywhere once it is published', async () => {
    const mark = await readContentMark()
    expect(await save(0, 'Drafted')).toEqual({ outcome: 'saved', version: 1 })
    expect(await readTitle()).toBe(shippedTexts.hero.title)
    expect((await previewText(section))?.texts.hero.title).toBe('Drafted')
    expect(await showText(section)).toMatchObject({ version: 1, hasDraft: true, fields: [{ value: 'Drafted' }, {}] })
    expect(await publish(1)).toEqual({ outcome: 'done' })
    expect(await readTitle()).toBe('Drafted')
    expect(await readContentMark()).not.toBe(mark)
    expect((await listTexts())[0]).toMatchObject({ section, isChanged: true, hasDraft: false })
    expect(await db.campaignTextVersion.findMany()).toMatchObject([{ isDraft: false, fields: '{"title":"Drafted"}' }])
  })

  test('a draft from which a person’s data was erased isn’t published', async () => {
    await save(0, 'As (erased) says')
    expect(await publish(1)).toEqual({ outcome: 'erased' })
    expect(await readTitle()).toBe(shippedTexts.hero.title)
    await save(1, 'As we say')
    expect(await publish(2)).toEqual({ outcome: 'done' })
  })

  test('links and days that would be wrong on the page are refused, bare domains completed', async () => {
    const whyNow = (more: object) =>
      saveText({ section: 'whyNow', version: 0, fields: { ...shippedTexts.whyNow, ...more } }, change)
    const told = (field: string, message: string) => ({
      outcome: 'refused',
      problems: [{ field, message: expect.stringContaining(message) }],
    })
    expect(await whyNow({ text: '[our asks](no page)' })).toEqual(told('text', '“no page” can’t be linked to.'))
    expect(await whyNow({ heading: '[our asks](/asks)' })).toEqual(told('heading', 'Links don’t work in this text'))
    expect(await whyNow({ checkedOn: '2026-11-23' })).toEqual(told('checkedOn', 'This day hasn’t come yet.'))
    expect(await whyNow({ checkedOn: 'today' })).toEqual(told('checkedOn', 'Enter a date like'))
    expect(await whyNow({ text: '[our asks](www.example.org)', checkedOn: '2026-11-22' })).toMatchObject({
      outcome: 'saved',
    })
    expect((await previewText('whyNow'))?.texts.whyNow).toMatchObject({
      text: '[our asks](https://www.example.org)',
      checkedOn: '2026-11-22',
    })
  })

  test('whoever works from an old version is told, and chooses field by field', async () => {
    const open = { section, version: '0', ...shippedTexts.hero, base: formatFields(shippedTexts.hero), scripted: 'yes' }
    expect(await answerTextForm({ ...open, title: 'Ann’s' }, change)).toEqual({ outcome: 'saved', section })
    const conflict = await answerTextForm({ ...open, title: 'Bob’s', lead: 'Bob’s lead' }, change)
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      by: 'Saved by the command line, 22 Nov 2026, 10:00.',
      theirs: { title: 'Ann’s' },
      yours: { title: 'Bob’s', lead: 'Bob’s lead' },
      rest: { section, version: '1' },
    })
    expect(await publish(0)).toEqual({ outcome: 'conflict' })
    expect(await discardText({ section, version: 0 }, change)).toEqual({ outcome: 'conflict' })
    expect(await readTitle()).toBe(shippedTexts.hero.title)
  })

  test('of several people saving at once, one wins', async () => {
    const answers = await Promise.all(['A', 'B', 'C'].map((title) => save(0, title)))
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
    expect(await db.campaignTextVersion.count()).toBe(1)
  })

  test('every published version is kept, and any of them, or the shipped text, can be the draft again', async () => {
    await save(0, 'First')
    await publish(1)
    await save(2, 'Second')
    await publish(3)
    const history = await showTextHistory(section)
    expect(history?.lines.map(({ version, isPublished }) => [version, isPublished])).toEqual([
      [4, true],
      [2, false],
      [0, false],
    ])
    expect(history?.lines[0]?.differences).toMatchObject([{ label: 'Title' }])
    expect(await restoreText({ section, version: 4, from: 2 }, change)).toEqual({ outcome: 'done' })
    expect((await previewText(section))?.texts.hero.title).toBe('First')
    expect(await restoreText({ section, version: 5, from: 0 }, change)).toEqual({ outcome: 'done' })
    await publish(6)
    expect(await getTexts()).toEqual(shippedTexts)
    expect(await restoreText({ section, version: 7, from: 3 }, change)).toEqual({ outcome: 'not-found' })
  })

  test('a draft can be discarded, and what was published stays', async () => {
    await save(0, 'First')
    await publish(1)
    await save(2, 'Second')
    expect(await discardText({ section, version: 3 }, change)).toEqual({ outcome: 'done' })
    expect(await showText(section)).toMatchObject({ version: 4, hasDraft: false, fields: [{ value: 'First' }, {}] })
  })

  test('each change is logged, and the last one can be undone', async () => {
    await save(0, 'First')
    await publish(1)
    const [line] = (await listAudit({ person: '', entity: 'text', day: '' })).lines
    expect(line).toMatchObject({ action: 'text.published', entityId: section, entityName: 'Opening' })
    expect(line?.fields).toContainEqual({ field: 'title', before: shippedTexts.hero.title, after: 'First' })
    const published = await lastLine()
    expect(await undoText(published, change)).toBe('undone')
    expect(await readTitle()).toBe(shippedTexts.hero.title)
    expect((await previewText(section))?.texts.hero.title).toBe('First') // the draft is there again
    expect(await undoText(published, change)).toBe('changed-since')
    expect(await undoText(await lastLine(), change)).toBe('undone')
    expect(await readTitle()).toBe('First')
  })

  test.each<[string, object, string[]]>([
    ['hero', { title: ' ' }, ['title']],
    ['hero', { title: 'x'.repeat(71), lead: 'x'.repeat(301) }, ['title', 'lead']],
    ['whyNow', { checkedOn: 'today' }, ['checkedOn']],
    ['guardians', { questions: 'No heading' }, ['questions']],
    ['share', { invitation: 'Write to {mp_name}' }, ['invitation']],
  ])('of %s, %o is refused', async (name, more, fields) => {
    const shipped = Object.entries(shippedTexts).find(([each]) => each === name)?.[1]
    const answer = await saveText({ section: name, version: 0, fields: { ...shipped, ...more } }, change)
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field) : answer).toEqual(fields)
    expect(await db.campaignText.count()).toBe(0)
  })

  test('a section that there isn’t is refused', async () => {
    expect(await saveText({ section: 'constructor', version: 0, fields: {} }, change)).toEqual({ outcome: 'not-found' })
    expect(await publishText({ section: 'no', version: 0 }, change)).toEqual({ outcome: 'not-found' })
    expect(await previewText('__proto__')).toBeNull()
  })
})
