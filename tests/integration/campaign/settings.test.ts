import { beforeEach, expect, test, vi } from 'vitest'
import { getSeatCard } from '@/lib/actions/get-seat-card'
import { listAudit } from '@/lib/audit/data/entries'
import { answerCampaignForm } from '@/lib/campaign/answer-form'
import { describeCampaign } from '@/lib/campaign/describe'
import * as reading from '@/lib/campaign/get'
import * as saving from '@/lib/campaign/save'
import { campaignFieldNames, toCampaignFields } from '@/lib/campaign/model/form'
import { mapOrganisation } from '@/lib/campaign/model/organisation'
import { undoSetting } from '@/lib/campaign/undo'
import { getSeat } from '@/lib/members/data/seats'
import { answerBox } from '@/lib/members/answer-box'
import { checkWithCampaign as check } from '@/lib/messages/check-stored'
import { getMessage } from '@/lib/messages/get'
import * as caching from '@/lib/shared/cache'
import { formatFields } from '@/lib/shared/model/conflict'
import { onEachDatabase } from '../databases'

vi.hoisted(() => vi.stubEnv('PARLIAMENT_DISSOLVED', 'true'))

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: null, now }
const input = {
  version: 0,
  ...mapOrganisation(() => ''),
  ministerTitle: 'the Home Secretary',
  ministerName: '',
  ministerHandle: '',
  hashtags: ['#StableFutures'],
  goal: null as object | null,
  isDissolved: null as boolean | null,
  noticeText: '',
  noticeFrom: '',
  noticeUntil: '',
}

onEachDatabase('campaign settings', ({ db }) => {
  beforeEach(async () => {
    await db.campaignSettings.deleteMany()
    caching.invalidateCaches()
  })

  test('until staff save, the first settings and the server’s own apply', async () => {
    expect(await reading.getCampaign(now)).toMatchObject({
      minister: 'the Home Secretary',
      hashtags: ['#StableFutures', '#AllChildren'],
      goal: null,
      isDissolved: true,
      notice: null,
    })
  })

  test('saved settings are read back, in messages too, and decide about a dissolution', async () => {
    expect((await answerBox('M1 1AD')).outcome).toBe('dissolved')
    expect(await getSeatCard('ashford', now)).toMatchObject({ title: 'Ashford' })
    const saved = {
      ...input,
      ministerName: 'Ann Example',
      ministerHandle: '@ann_x',
      goal: { of: 'seats', number: 650 },
      isDissolved: false,
      noticeText: '**Now**',
      noticeUntil: '2026-11-22',
    }
    expect(await saving.saveCampaign(saved, change, check)).toEqual({ outcome: 'saved', version: 1 })
    expect(await reading.getCampaign(now)).toMatchObject({
      minister: 'the Home Secretary Ann Example',
      ministerHandle: 'ann_x',
      hashtags: ['#StableFutures'],
      goal: { of: 'seats', number: 650 },
      isDissolved: false,
      notice: [{ text: 'Now', isBold: true }],
    })
    expect((await reading.getCampaign(new Date('2026-11-23T00:00:00Z'))).notice).toBeNull()
    expect((await answerBox('M1 1AD')).outcome).toBe('found')
    expect(await getSeatCard('ashford', now)).toMatchObject({ foot: 'MP for Ashford' })
    const seat = await getSeat('ashford')
    expect(seat && (await getMessage(seat, now)).post).toContain('@ann_x')
    expect(await db.campaignSettings.findMany()).toMatchObject([{ version: 1, updatedBy: '', updatedAt: now }])
  })

  test('of several people saving at once, one wins and the others are told', async () => {
    for (const version of [0, 1]) {
      const answers = await Promise.all(
        ['A', 'B', 'C'].map((ministerName) => saving.saveCampaign({ ...input, version, ministerName }, change, check)),
      )
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
      const theirs = answers.flatMap((answer) => (answer.outcome === 'conflict' ? [answer.theirs] : []))
      expect(theirs[0]).toMatchObject({
        version: version + 1,
        settings: { ministerName: ['A', 'B', 'C'][answers.findIndex(({ outcome }) => outcome === 'saved')] },
      })
      expect(theirs[1]).toEqual(theirs[0])
    }
  })

  test('of two people editing the form, changes by one alone survive, and where both changed a field one is chosen', async () => {
    const open = async () => {
      const { settings, version } = await describeCampaign()
      const fields = toCampaignFields(settings)
      return { ...fields, version: String(version), base: formatFields(fields), scripted: 'yes' }
    }
    const [ann, bob] = [await open(), await open()]
    const anns = { ...ann, ministerName: 'Ann', hashtags: '#One', noticeText: 'First line\r\nsecond' }
    expect(await answerCampaignForm(anns, change, check)).toEqual({ outcome: 'saved' })
    const conflict = await answerCampaignForm(
      { ...bob, ministerName: 'Bob', goalOf: 'seats', goalNumber: '9' },
      change,
      check,
    )
    if (conflict.outcome !== 'conflict') throw new Error(conflict.outcome)
    expect(conflict).toMatchObject({
      by: 'Saved by the command line, 22 Nov 2026, 10:00.',
      base: { ministerName: '', hashtags: '#StableFutures #AllChildren' },
      theirs: { ministerName: 'Ann', hashtags: '#One' },
      yours: { ministerName: 'Bob', goalNumber: '9' },
      rest: { version: '1' },
    })
    expect((await describeCampaign()).settings).toMatchObject({ ministerName: 'Ann', goal: null })

    const { rest, by, base, theirs, yours } = conflict
    const again = {
      ...rest,
      by,
      base: formatFields(base),
      theirs: formatFields(theirs),
      yours: formatFields(yours),
      do: 'merge',
    }
    expect(await answerCampaignForm(again, change, check)).toMatchObject({
      outcome: 'conflict',
      missing: ['ministerName'],
    })
    const chosen = { ...again, 'choose.ministerName': 'yours' }
    const merged = await answerCampaignForm({ ...chosen, do: 'continue' }, change, check)
    expect(merged).toMatchObject({ outcome: 'merged', values: { ministerName: 'Bob', hashtags: '#One', version: '1' } })
    expect(merged.outcome === 'merged' && Object.keys(merged.values)).toEqual(
      expect.arrayContaining(Object.keys(campaignFieldNames)),
    )
    expect(await answerCampaignForm(chosen, change, check)).toEqual({ outcome: 'saved' })
    expect((await describeCampaign()).settings).toMatchObject({
      ministerName: 'Bob',
      hashtags: ['#One'],
      goal: { of: 'seats', number: 9 },
    })
    expect(await answerCampaignForm(chosen, change, check)).toMatchObject({ outcome: 'conflict' }) // sent twice
  })

  test('every change is logged with before and after, and the last one can be undone', async () => {
    const lines = async () => (await listAudit({ person: '', entity: 'setting', day: '' })).lines.slice(0, 1)
    const logged = async () => {
      const [row] = await db.auditEntry.findMany({ where: { entity: 'setting' }, orderBy: { id: 'desc' }, take: 1 })
      const read = (json: string | null): Record<string, unknown> | null => (json === null ? null : JSON.parse(json))
      return { entityId: row?.entityId ?? '', before: read(row?.before ?? null), after: read(row?.after ?? null) }
    }
    const first = {
      ...input,
      ministerName: 'Ann',
      hashtags: ['#AllChildren'],
      goal: { of: 'actions', number: 5 },
      noticeFrom: '2026-11-22',
    }
    await saving.saveCampaign(first, change, check)
    await saving.saveCampaign({ ...first, version: 1, ministerName: 'Bob', noticeFrom: '' }, change, check)
    expect(await lines()).toMatchObject([
      {
        action: 'setting.changed',
        entityId: 'campaign',
        fields: [
          { field: 'ministerName', before: 'Ann', after: 'Bob' },
          { field: 'noticeFrom', after: null },
        ],
      },
    ])
    const line = await logged()
    expect(await undoSetting(line, change, check)).toBe('undone')
    expect(await db.campaignSettings.findMany()).toMatchObject([
      { version: 3, ministerName: 'Ann', noticeFrom: new Date('2026-11-22T00:00:00Z'), goal: 5 },
    ])
    expect(await undoSetting(line, change, check)).toBe('changed-since')
    expect(await undoSetting(await logged(), change, check)).toBe('undone') // and so it is Bob again
    expect(await db.campaignSettings.findMany()).toMatchObject([{ version: 4, ministerName: 'Bob', noticeFrom: null }])
  })

  test('settings that would break a message are refused', async () => {
    expect(await saving.saveCampaign({ ...input, ministerName: 'x'.repeat(99) }, change, check)).toMatchObject({
      outcome: 'messages-broken',
      report: { problems: expect.any(Array) },
    })
    expect(await db.campaignSettings.count()).toBe(0)
  })

  test.each<[object, string[]]>([
    [{ ministerTitle: ' ' }, ['ministerTitle']],
    [{ ministerHandle: '@a b' }, ['ministerHandle']],
    [{ hashtags: ['no', '#a b'] }, ['hashtags.0', 'hashtags.1']],
    [{ goal: { of: 'seats', number: 651 } }, ['goal.number']],
    [{ noticeFrom: 'soon' }, ['noticeFrom']],
    [{ noticeFrom: '2026-11-22', noticeUntil: '2026-11-21' }, ['noticeUntil']],
    [{ noticeText: '[us](http://charity.example)' }, ['noticeText']],
    [{ organisationUrl: 'http://charity.example' }, ['organisationUrl']],
    [{ contactEmail: 'nobody', charityNumber: 'about 12' }, ['charityNumber', 'contactEmail']],
    [{ isAdmin: true }, ['']],
  ])('%o is refused', async (more, fields) => {
    const answer = await saving.saveCampaign({ ...input, ...more }, change, check)
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field) : answer).toEqual(fields)
  })

  test('without the database, the server’s own setting decides about a dissolution', async () => {
    await db.$executeRawUnsafe('ALTER TABLE "CampaignSettings" RENAME TO "Elsewhere"')
    expect(await reading.isParliamentDissolved()).toBe(true)
    await expect(reading.getCampaign(now)).rejects.toThrow()
    await db.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "CampaignSettings"')
    expect(await reading.getCampaign(now)).toMatchObject({ isDissolved: true })
  })
})
