import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { decisionsOn, type ErasureWay, textColumns, type TextTable } from '@/lib/desk/model/erasure-columns'
import { erasePerson, findPerson } from '@/lib/desk/erase-person'
import { sealEmail } from '@/lib/letters/read-letter'
import { writeToOutbox } from '@/lib/staff/mail/outbox'
import { onEachDatabase } from '../databases'
import { scanFor } from './scan'

vi.hoisted(() => vi.stubEnv('LETTERS_KEY', `a:${Buffer.alloc(32, 7).toString('base64')}`))

const now = new Date('2026-11-27T10:00:00Z')
const [longAgo, later] = ['2026-01-01', '2027-01-01']
const change = { actor: { id: 'eraser' }, now }
const email = 'qwzx.vanish@example.org'
const typed = { name: 'qwzx vanish', email: 'Qwzx.Vanish@example.org', word: 'qwzx-vanish' }
/** What a column is given, by how it is erased. */
const marks: Record<ErasureWay, string> = {
  words: 'Ask QWZX  Vanish\nnow',
  json: JSON.stringify({ title: 'Kept', lead: 'For\nQwzx Vanish' }),
  empty: 'https://qwzx.example/Qwzx%20Vanish',
  address: email,
  row: JSON.stringify({ email, text: 'Saved\nQwzx Vanish' }),
  tag: 'Qwzx-Vanish_2026',
  log: JSON.stringify({ note: `Ask\n${email}`, list: ['Qwzx Vanish'] }),
}
const isMark = /qwzx/i

onEachDatabase('erasing a person’s data everywhere', ({ db, isPostgres }) => {
  const nameOf = (model: TextTable) => (model === 'DirectoryCorrection' ? 'DirectoryOverride' : model)
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
  const set = (model: TextTable, column: string, text: string, where: string) =>
    db.$executeRawUnsafe(`UPDATE "${nameOf(model)}" SET "${column}" = ${quote(text)} WHERE ${where}`)

  const scan = () => scanFor('qwzx', db, isPostgres)
  const columnsThat = (is: 'erased' | 'shown' | 'isShownLive') =>
    (Object.keys(textColumns) as TextTable[])
      .flatMap((model) =>
        decisionsOn(model)
          .filter(([, decision]) => is in decision)
          .map(([column]) => `${nameOf(model)}.${column}`),
      )
      .sort()

  beforeAll(async () => {
    const times = { createdAt: now, updatedAt: now }
    const person = { name: 'Ann', email: 'ann@example.org', emailVerified: true, role: 'admin' as const, ...times }
    await db.user.create({ data: { ...person, id: 'eraser' } })
    await db.user.create({ data: { ...person, id: 'gone', email: 'gone@removed.invalid', removedAt: now } })
  })

  /** A row for every column that can be erased, none of them live. @returns which row of each table it is */
  async function fill(): Promise<Partial<Record<TextTable, string>>> {
    const times = { createdAt: now, updatedAt: now }
    const texts = { name: 'x', postText: 'x', emailSubject: 'x', emailBody: 'x', isActive: false }
    const version = { ...texts, version: 1, savedAt: now, isDraft: false }
    const rule = { ...texts, position: -5_000, updatedAt: now, publishedVersion: 1, archivedAt: now }
    const { id: ruleId } = await db.messageRule.create({ data: { ...rule, versions: { create: version } } })
    const supporter = { kind: 'organisation' as const, name: 'x', position: 1, status: 'published' as const }
    const { id } = await db.supporter.create({ data: { ...supporter, ...times, notes: 'x' } })
    const session = { id: 's', expiresAt: now, token: 't', userId: 'eraser', ...times }
    await db.session.create({ data: session })
    await db.verification.create({ data: { id: 'v', identifier: 'x', value: 'x', expiresAt: now, ...times } })
    const key = { publicKey: 'x', counter: 0, deviceType: 'x', backedUp: false, credentialID: 'c' }
    await db.passkey.create({ data: { ...key, id: 'p', userId: 'eraser' } })
    await db.press.create({ data: { key: 'k', answer: 'x', at: now } })
    await db.upkeep.deleteMany({ where: { task: 'mail' } })
    await db.upkeep.create({ data: { task: 'mail', startedAt: now, detail: 'x' } })
    const text = { section: 'hero', savedAt: now, fields: '{}' }
    const versions = [1, 2, 3].map((each) => ({ ...text, version: each, isDraft: each === 3 }))
    await db.campaignText.create({ data: { section: 'hero', version: 3 } })
    await db.campaignTextVersion.createMany({ data: versions })
    const { code } = await db.seat.findFirstOrThrow()
    const correction = { seatCode: code, memberId: 1, reason: 'x', savedBy: 'eraser', savedAt: now }
    await db.directoryCorrection.create({ data: { ...correction, field: 'email', expiresOn: longAgo } })
    const letter = { id: 'l', state: 'accepted' as const, seatCode: code, memberId: 1, isChase: false }
    await db.letter.create({ data: { ...letter, isFollowUpAsked: false, createdAt: now } })
    const attempt = { letterId: 'l', memberId: 1, address: 'x', at: now, outcome: 'refused' as const }
    await db.letterAttempt.create({ data: attempt })
    await db.sourceLink.create({ data: { tag: marks.tag, label: 'x', createdBy: 'eraser', createdAt: now } })
    const action = { seatCode: code, channel: 'x', kind: 'opened', source: marks.tag, day: '2026-11-27' }
    await db.action.create({ data: { ...action, key: 'a' } })
    await db.heldAction.create({ data: { ...action, key: 'h', hour: 1, prefix: 'x', state: 'held' } })
    const { kind, channel, day } = action
    await db.sourceTotal.create({ data: { kind, channel, day, source: marks.tag, wording: '', count: 1 } })
    const entry = { at: now, day, action: 'source.created', entity: 'source', entityId: marks.tag }
    await db.auditEntry.create({ data: { ...entry, before: marks.log, after: marks.log } })
    return {
      MessageRule: `"id" = ${ruleId}`,
      MessageRuleVersion: `"ruleId" = ${ruleId}`,
      Supporter: `"id" = ${id}`,
      User: `"id" = 'gone'`,
      Session: `"id" = 's'`,
      Verification: `"id" = 'v'`,
      Passkey: `"id" = 'p'`,
      Press: `"key" = 'k'`,
      Upkeep: `"task" = 'mail'`,
      CampaignTextVersion: `"version" <> 2`,
      DirectoryCorrection: `"expiresOn" = '${longAgo}'`,
      LetterAttempt: `"letterId" = 'l'`,
      SourceLink: `"label" = 'x'`,
    }
  }

  test('from every column that can hold it, and from emails in files; what is live is shown until it is edited', async () => {
    const rows = await fill()
    for (const [model, where] of Object.entries(rows) as [TextTable, string][])
      for (const [column, decision] of decisionsOn(model))
        if ('erased' in decision && decision.erased !== 'tag') await set(model, column, marks[decision.erased], where)
    expect(await scan()).toEqual(columnsThat('erased'))
    const file = await writeToOutbox(Buffer.from(`To: ${email}\r\nSubject: Hello\r\n\r\nDear Qwzx`), now)
    const kept = await writeToOutbox(Buffer.from('To: other@example.org\r\nSubject: Hello\r\n\r\nDear other'), now)

    const answer = await findPerson(typed, now)
    if (answer.outcome !== 'found') throw new Error('It was refused.')
    expect(answer.live).toEqual([])
    expect(answer.found.map(({ place, count }) => [place, count])).toEqual([
      ['messages', 2],
      ['texts', 2],
      ['corrections', 1],
      ['supporters', 1],
      ['links', 2],
      ['staff', 1],
      ['signIns', 3],
      ['attempts', 1],
      ['upkeep', 1],
      ['answers', 1],
      ['outbox', 1],
      ['log', 1],
    ])
    const { id = 0, version = 0 } = (await db.supporter.findFirst({ where: { notes: marks.words } })) ?? {}
    expect(await erasePerson(typed, answer.seen, change)).toMatchObject({ outcome: 'erased', erased: { outbox: 1 } })
    expect(await scan()).toEqual([])
    const files = await readdir(path.dirname(file))
    expect(files).not.toContain(path.basename(file))
    expect(await readFile(kept, 'utf8')).not.toMatch(isMark)
    // The rest of each row stays, what came by the link stays counted, and open forms are out of date.
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({
      name: '(erased)',
      notes: 'Ask (erased)\nnow',
      status: 'hidden',
      version: version + 1,
    })
    expect(await db.campaignText.findUnique({ where: { section: 'hero' } })).toMatchObject({ version: 4 })
    expect(await db.campaignTextVersion.findFirst({ where: { section: 'hero', version: 1 } })).toMatchObject({
      fields: JSON.stringify({ title: 'Kept', lead: 'For\n(erased)' }),
    })
    expect(await db.user.findUnique({ where: { id: 'gone' } })).toMatchObject({ email: 'gone@removed.invalid' })
    const { tag } = await db.sourceLink.findFirstOrThrow({ where: { createdBy: 'eraser' } })
    expect(tag).toMatch(/^erased-\w{8}$/)
    for (const read of [db.action, db.heldAction])
      expect(await (read as typeof db.action).count({ where: { source: tag } })).toBe(1)
    expect(await db.sourceTotal.count({ where: { source: tag } })).toBe(1)
    expect(await db.auditEntry.count({ where: { entity: 'source', entityId: tag } })).toBe(1)
    expect(await findPerson(typed, now)).toMatchObject({ live: [], found: [], letters: 0 })

    await expectLive()
  })

  async function expectLive() {
    const { id } = await db.messageRule.findFirstOrThrow({
      where: { archivedAt: null, publishedVersion: { not: null } },
    })
    const rule = await db.messageRule.findUniqueOrThrow({ where: { id } })
    const content = { postText: rule.postText, emailSubject: rule.emailSubject, emailBody: rule.emailBody }
    const old = { ...content, name: 'x', isActive: true, savedAt: now, isDraft: false, postText: 'For Qwzx Vanish' }
    await db.messageRuleVersion.create({ data: { ...old, ruleId: id, version: 900 } })
    await db.messageRuleVersion.create({ data: { ...old, ruleId: id, version: 901, isDraft: true } })
    // Another one is followed by its published version in a year.
    const other = await db.messageRule.findFirstOrThrow({ where: { id: { not: id }, publishedVersion: { not: null } } })
    await db.messageRuleVersion.create({ data: { ...old, ruleId: other.id, version: 902 } })
    await db.messageRule.update({
      where: { id: other.id },
      data: { archivedAt: null, untilThenVersion: 902, activeFrom: new Date(later) },
    })
    await db.user.create({
      data: { id: 'here', name: 'x', email: 'x', emailVerified: true, role: 'editor', createdAt: now, updatedAt: now },
    })
    await db.campaignSettings.create({
      data: { id: 1, version: 1, ministerTitle: 'x', hashtags: '', noticeText: '', updatedBy: '', updatedAt: now },
    })
    const settings = { isOn: false, isPaused: false, perMpPerHour: 0, perHour: 0, updatedBy: '', updatedAt: now }
    await db.letterSettings.create({ data: { id: 1, version: 1, ...settings } })
    const { code } = await db.seat.findFirstOrThrow({ orderBy: { code: 'desc' } })
    const correction = { seatCode: code, memberId: 1, reason: 'x', savedBy: '', savedAt: now, expiresOn: later }
    await db.directoryCorrection.create({ data: { ...correction, field: 'email' } })
    const letter = { state: 'waiting' as const, seatCode: code, memberId: 1, isChase: false, isFollowUpAsked: false }
    await db.letter.create({ data: { id: 'sealed', ...letter, createdAt: now, email: sealEmail('sealed', email) } })

    const live: Partial<Record<TextTable, string>> = {
      MessageRule: `"id" = ${id}`,
      MessageRuleVersion: `"ruleId" = ${id} AND "version" = ${rule.publishedVersion}`,
      CampaignTextVersion: `"version" = 2`,
      DirectoryCorrection: `"expiresOn" = '${later}'`,
      User: `"id" = 'here'`,
      CampaignSettings: '"id" = 1',
      LetterSettings: '"id" = 1',
    }
    for (const [model, where] of Object.entries(live) as [TextTable, string][])
      for (const [column, decision] of decisionsOn(model))
        if ('shown' in decision) await set(model, column, 'Qwzx Vanish', where)
        else if ('isShownLive' in decision) await set(model, column, marks[decision.erased], where)
    const shown = [...columnsThat('shown'), ...columnsThat('isShownLive')].sort()
    expect(await scan()).toEqual(shown)

    const answer = await findPerson(typed, now)
    if (answer.outcome !== 'found') throw new Error('It was refused.')
    expect(answer.letters).toBe(1)
    expect(answer.live.map(({ place, extracts }) => [place, extracts.map(({ href }) => href)])).toEqual([
      ['messages', [id, other.id].sort((a, b) => a - b).map((each) => `/staff/messages/${each}`)],
      ['texts', ['/staff/texts/hero']],
      ['settings', ['/staff/settings', '/staff/letters/settings']],
      ['corrections', [expect.stringMatching(/^\/staff\/directory\/[\w-]+$/)]],
      ['staff', ['/staff/people']],
    ])
    expect(answer.found).toMatchObject([{ place: 'messages', count: 2 }])
    const before = await db.messageRule.findUniqueOrThrow({ where: { id } })
    expect(await erasePerson(typed, answer.seen, change)).toMatchObject({ outcome: 'erased', erased: { messages: 2 } })
    expect(await scan()).toEqual(shown)
    expect(await db.messageRule.findUniqueOrThrow({ where: { id } })).toEqual({
      ...before,
      version: before.version + 1,
    })
    const versions = await db.messageRuleVersion.findMany({ where: { ruleId: id, version: { in: [900, 901] } } })
    expect(versions.map(({ postText }) => postText)).toEqual(['For (erased)', 'For (erased)'])
    expect(await db.letter.count({ where: { id: 'sealed', email: { not: null } } })).toBe(1)
  }
})
