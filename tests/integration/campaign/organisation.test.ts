import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import { GET as getLogo } from '@/app/(reading)/about/logo/[name]/route'
import { GET as getSecurityText } from '@/app/.well-known/security.txt/route'
import { describeCampaign } from '@/lib/campaign/describe'
import { getOrganisation } from '@/lib/campaign/get'
import { toCampaignFields, toCampaignInput } from '@/lib/campaign/model/form'
import { firstSettings } from '@/lib/campaign/model/campaign'
import { describeOrganisation } from '@/lib/campaign/model/organisation'
import { saveCampaign } from '@/lib/campaign/save'
import { undoSetting } from '@/lib/campaign/undo'
import { saveOrganisationLogo } from '@/lib/desk/save-organisation-logo'
import { checkWithCampaign as check } from '@/lib/messages/check-stored'
import { invalidateCaches } from '@/lib/shared/cache'
import { onEachDatabase } from '../databases'

const change = { actor: null, now: new Date('2026-11-22T10:00:00Z') }
const input = toCampaignInput({ ...toCampaignFields(firstSettings), version: '0' })

onEachDatabase('the organisation', ({ db }) => {
  beforeEach(async () => {
    await db.campaignSettings.deleteMany()
    invalidateCaches()
  })

  test('who runs the site is unknown until staff say, with everything that follows from it', async () => {
    expect(await getOrganisation()).toMatchObject({ status: 'not-set', name: '', email: '' })
    const saved = {
      ...input,
      organisationName: ' Example  Charity ',
      organisationKind: 'a children’s charity.',
      charityNumber: 'sc 012345',
      organisationUrl: 'charity.example',
      contactEmail: 'hello@charity.example',
    }
    expect(await saveCampaign(saved, change, check)).toEqual({ outcome: 'saved', version: 1 })
    const organisation = await getOrganisation()
    expect(organisation).toEqual({
      status: 'set',
      name: 'Example Charity',
      kind: 'a children’s charity',
      charityNumber: 'SC012345',
      address: null,
      url: 'https://charity.example/',
      email: 'hello@charity.example',
      pressEmail: '',
      controller: 'Example Charity',
      privacyEmail: 'hello@charity.example',
      logo: null,
    })
    expect(describeOrganisation(organisation)).toBe(
      'This site is run by Example Charity, a children’s charity (registered charity number SC012345).',
    )
    expect(await (await getSecurityText()).text()).toMatch(/^Contact: mailto:hello@charity\.example\nExpires: 20/)
  })

  test('a change from before there was an organisation can still be undone', async () => {
    await saveCampaign({ ...input, ministerName: 'Ann' }, change, check)
    const { settings } = await describeCampaign()
    const { ministerTitle, ministerHandle, hashtags, goal, isDissolved, noticeText, noticeFrom, noticeUntil } = settings
    const old = { ministerTitle, ministerHandle, hashtags, goal, isDissolved, noticeText, noticeFrom, noticeUntil }
    const line = {
      entityId: 'campaign',
      before: { ...old, ministerName: null },
      after: { ...old, ministerName: 'Ann' },
    }
    expect(await undoSetting(line, change, check)).toBe('undone')
    expect((await describeCampaign()).settings).toMatchObject({ ministerName: null, organisationName: null })
  })

  test('a logo is resized, served for ever under its name, and undo finds the one before', async () => {
    const picture = sharp({ create: { width: 960, height: 300, channels: 3, background: '#123' } })
    const first = await saveOrganisationLogo(await picture.clone().png().toBuffer())
    const second = await saveOrganisationLogo(await picture.clone().negate().jpeg().toBuffer())
    if (first.outcome !== 'kept' || second.outcome !== 'kept') throw new Error('refused')
    const named = { ...input, organisationName: 'Example Charity' }
    await saveCampaign({ ...named, organisationLogo: first.name }, change, check)
    await saveCampaign({ ...named, version: 1, organisationLogo: second.name }, change, check)
    expect((await getOrganisation()).logo).toEqual({ src: `/about/logo/${second.name}`, width: 480, height: 150 })
    const get = (name: string) => getLogo(new Request('http://localhost'), { params: Promise.resolve({ name }) })
    const answer = await get(second.name)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 480, height: 150 })
    for (const name of ['..', `${'0'.repeat(32)}-480x150`, `${first.name}.webp`])
      expect((await get(name)).status).toBe(404)

    const [line] = await db.auditEntry.findMany({ orderBy: { id: 'desc' }, take: 1 })
    const logged = {
      entityId: 'campaign',
      before: JSON.parse(line?.before ?? ''),
      after: JSON.parse(line?.after ?? ''),
    }
    expect(await undoSetting(logged, change, check)).toBe('undone')
    expect((await getOrganisation()).logo?.src).toBe(`/about/logo/${first.name}`)
    expect((await get(first.name)).status).toBe(200)
  })

  test('what isn’t a picture is refused, and no other name is saved', async () => {
    expect(await saveOrganisationLogo(new TextEncoder().encode('<p>hello'))).toMatchObject({ outcome: 'refused' })
    expect(await saveCampaign({ ...input, organisationLogo: '../x' }, change, check)).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'organisationLogo' }],
    })
  })
})
