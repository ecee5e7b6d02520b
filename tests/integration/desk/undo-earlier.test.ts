import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '@/lib/staff/model/staff'
import { onEachDatabase } from '../databases'
import { openDesk } from '../staff/open-desk'

// Each test makes a change, A, and another to the same, B. B is undone, and then A can be; B can come back, and then A can't.
onEachDatabase('undoing what came before something that was undone', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  let admin: Staff
  let now = new Date('2026-11-22T10:00:00Z')
  beforeAll(async () => {
    desk = await openDesk()
    const { id } = await desk.signIn('undo-earlier', 'admin')
    admin = { id, name: 'undo-earlier', role: 'admin', email: 'undo-earlier@example.org', sessionId: '' }
  })
  afterAll(() => desk.stop())

  const undo = async (id: number) => {
    now = new Date(now.getTime() + 60_000)
    return (await import('@/lib/desk/undo')).undoChange(String(id), admin, now)
  }
  const change = () => ({ actor: { id: admin.id }, now })
  const newest = async () =>
    (await desk.db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })).id
  /** Whether the log’s page has Undo beside a change, and all that was done with it. */
  const isOffered = async (id: number) => {
    const { showLog } = await import('@/lib/desk/show-log')
    const deed = (await showLog({})).deeds.find(({ lines }) => lines.some((line) => line.id === id))
    return deed?.lines.every(({ isAsLeft }) => isAsLeft) ?? false
  }

  async function expectBoth(
    read: () => Promise<unknown>,
    makeA: () => Promise<unknown>,
    makeB: () => Promise<unknown>,
  ) {
    const start = await read()
    await makeA()
    const [a, afterA] = [await newest(), await read()]
    await makeB()
    const [b, afterB] = [await newest(), await read()]
    expect(afterA).not.toEqual(start)
    expect(afterB).not.toEqual(afterA)
    expect([await isOffered(a), await isOffered(b)]).toEqual([false, true])
    expect(await undo(a)).toBe('changed-since')

    expect(await undo(b)).toBe('undone')
    expect(await read()).toEqual(afterA)
    expect([await isOffered(a), await isOffered(b)]).toEqual([true, false])
    // B again, and away again: as deep as one likes.
    expect(await undo(await newest())).toBe('undone')
    expect(await read()).toEqual(afterB)
    expect([await isOffered(a), await isOffered(b)]).toEqual([false, true])
    expect(await undo(a)).toBe('changed-since')
    expect(await undo(b)).toBe('undone')
    expect(await undo(b)).toBe('changed-since')
    expect(await read()).toEqual(afterA)

    expect(await undo(a)).toBe('undone')
    expect(await read()).toEqual(start)
    expect(await isOffered(a)).toBe(false)
    // What really changed stays a change.
    await makeB().catch(() => null)
    expect(await undo(a)).toBe('changed-since')
  }

  test('an import, by a change of its rows', async () => {
    const { applyImportFile } = await import('@/lib/supporters/apply-import')
    const { previewImport } = await import('@/lib/supporters/import')
    const { setSupporterStatus } = await import('@/lib/supporters/arrange')
    const [one, two] = await desk.db.supporter.findMany({ where: { kind: 'mp', status: 'published' }, take: 2 })
    if (!one || !two) throw new Error('MPs are shipped')
    const ids = [one.id, two.id]
    const bytes = Buffer.from(
      `id,kind,name,notes\n${[one, two].map(({ id, name }) => `${id},mp,${name},imported`).join('\n')}\n,organisation,Brought by a file,\n`,
    )
    const read = async () =>
      (await desk.db.supporter.findMany({ orderBy: { id: 'asc' } })).map(
        ({ version: _v, updatedAt: _u, createdAt: _c, ...row }) => row,
      )
    await expectBoth(
      read,
      async () => {
        const preview = await previewImport(bytes)
        if (preview.outcome === 'refused') throw new Error(preview.message)
        await applyImportFile(bytes, preview.seal, change())
      },
      () => setSupporterStatus(ids, 'hidden', change()),
    )
  })

  test('a supporter’s new place, by the archive', async () => {
    const { archiveSupporter } = await import('@/lib/supporters/archive')
    const { moveSupporter } = await import('@/lib/supporters/arrange')
    const { id } = await desk.db.supporter.findFirstOrThrow({
      where: { kind: 'organisation', archivedAt: null },
      orderBy: { position: 'desc' },
    })
    const read = () =>
      desk.db.supporter.findMany({ select: { id: true, position: true, status: true }, orderBy: { id: 'asc' } })
    await expectBoth(
      read,
      () => moveSupporter(id, 0, change()),
      () => archiveSupporter(String(id), change()),
    )
  })

  test('bringing a supporter out of the archive, by hiding and archiving', async () => {
    const { archiveSupporter, bringSupporterBack } = await import('@/lib/supporters/archive')
    const { id } = await desk.db.supporter.findFirstOrThrow({ where: { kind: 'peer', archivedAt: null } })
    const read = async () => {
      const { status, archivedAt } = await desk.db.supporter.findUniqueOrThrow({ where: { id } })
      return { status, isArchived: archivedAt !== null }
    }
    await expectBoth(
      read,
      () => archiveSupporter(String(id), change()),
      () => bringSupporterBack(String(id), change()),
    )
  })

  test('a message’s new place, by another move and by a draft', async () => {
    const { listDeskRules } = await import('@/lib/messages/data/desk')
    const { moveMessageRule } = await import('@/lib/messages/move-rule')
    const { saveMessageRule } = await import('@/lib/messages/save-draft')
    const rules = await listDeskRules()
    const rule = rules.find(({ published }) => published?.content.name === 'The Speaker')
    if (!rule?.published) throw new Error('it is shipped')
    const { id, published } = rule
    const read = async () =>
      (await listDeskRules()).map((each) => ({
        id: each.id,
        published: each.published?.content,
        draft: each.draft?.content,
      }))
    const move = async () => {
      const seen = (await listDeskRules()).map((each) => each.id)
      expect(await moveMessageRule({ id, direction: 'down', seen, mayPublish: true }, change())).toMatchObject({
        outcome: 'moved',
      })
    }
    await expectBoth(read, move, move)
    const draft = async () => {
      const { version } = (await listDeskRules()).find((each) => each.id === id) ?? { version: 0 }
      const { content } = published
      expect(
        await saveMessageRule(
          { ...content, id, version, emailSubject: `Another ${now.getTime()}`, activeFrom: '', activeUntil: '' },
          change(),
        ),
      ).toMatchObject({ outcome: 'saved' })
    }
    await expectBoth(read, move, draft)
    await expectBoth(read, draft, move)

    // Another message that moves past it has changed its place too.
    await move()
    const [a, places] = [await newest(), await read()]
    const seen = places.map((each) => each.id)
    const next = seen[seen.indexOf(id) + 1] ?? 0
    await moveMessageRule({ id: next, direction: 'up', seen, mayPublish: true }, change())
    const b = await newest()
    expect(await undo(a)).toBe('changed-since')
    expect(await (await import('@/lib/desk/undo')).describeSince(String(a))).toContain(
      ', undo-earlier moved a message, “',
    )
    expect(await undo(b)).toBe('undone')
    expect(await undo(a)).toBe('undone')
  })

  test('the settings, by the settings', async () => {
    const { readCampaignSettings } = await import('@/lib/campaign/data/settings')
    const { switchDissolution } = await import('@/lib/campaign/switch-dissolution')
    const { checkWithCampaign } = await import('@/lib/messages/check-stored')
    const { keepCampaign } = await import('@/lib/campaign/save')
    const { firstSettings } = await import('@/lib/campaign/model/campaign')
    const save = async (noticeText: string) => {
      const version = (await readCampaignSettings())?.version ?? 0
      const settings = { ...firstSettings, noticeText }
      expect(await keepCampaign(settings, version, change(), checkWithCampaign)).toMatchObject({ outcome: 'saved' })
    }
    await save('')
    await expectBoth(
      async () => (await readCampaignSettings())?.settings,
      () => save('We march on Saturday.'),
      () => switchDissolution(true, change(), checkWithCampaign),
    )
  })

  test('a text, by its publication', async () => {
    const { readDeskText } = await import('@/lib/campaign/data/texts')
    const { answerTextForm } = await import('@/lib/campaign/answer-text-form')
    const { publishText } = await import('@/lib/campaign/publish-text')
    const { toTextFields } = await import('@/lib/campaign/model/texts')
    const read = async () => {
      const { published, draft } = await readDeskText('hero')
      return {
        published: toTextFields('hero', published?.fields ?? {}),
        draft: draft && toTextFields('hero', draft.fields),
      }
    }
    const version = async () => (await readDeskText('hero')).version
    await expectBoth(
      read,
      async () =>
        answerTextForm(
          { ...toTextFields('hero', {}), section: 'hero', version: String(await version()), title: 'Another opening' },
          change(),
        ),
      async () => {
        expect(await publishText({ section: 'hero', version: await version() }, change())).toEqual({ outcome: 'done' })
      },
    )
  })

  test('a role, by a role', async () => {
    const { changeRole } = await import('@/lib/staff/change-role')
    const { id } = await desk.signIn('undo-earlier-colleague', 'editor')
    await expectBoth(
      async () => (await desk.db.user.findUniqueOrThrow({ where: { id } })).role,
      () => changeRole(id, 'publisher', admin, now),
      () => changeRole(id, 'admin', admin, now),
    )
  })

  test('a refused Undo says what changed since, who did it and when', async () => {
    const { setSupporterStatus } = await import('@/lib/supporters/arrange')
    const { describeSince } = await import('@/lib/desk/undo')
    const { id, name } = await desk.db.supporter.findFirstOrThrow({ where: { kind: 'mp', status: 'published' } })
    now = new Date('2026-11-23T09:00:00Z')
    await setSupporterStatus([id], 'hidden', change())
    const a = await newest()
    now = new Date('2026-11-23T09:05:00Z')
    await setSupporterStatus([id], 'draft', change())
    const b = await newest()
    expect(await describeSince(String(a))).toBe(
      `Nothing was undone: it has changed since. On 23 Nov 2026, 09:05, undo-earlier made a draft of a supporter, ${name}.`,
    )
    now = new Date('2026-11-23T09:10:00Z')
    expect(await undo(b)).toBe('undone')
    expect(await describeSince(String(b))).toBe(
      'Nothing was undone: this was undone already, on 23 Nov 2026, 09:11, by undo-earlier.',
    )
    expect(await describeSince('0')).toBe('Nothing was undone: it has changed since. Load the page again.')
  })
})
