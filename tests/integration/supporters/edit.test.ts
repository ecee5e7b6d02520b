import { describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { emptyDraft } from '@/lib/supporters/model/draft'
import { makeBadLogos } from '../../fixtures/bad-logos'
import { plainLogo } from '../../fixtures/logo-files'
import { databases } from '../databases'
import { now, organisation, openSupporterForm } from './open-supporter-form'

describe.each(databases)('the form of a supporter on $name', ({ create }) => {
  let db: PrismaClient
  const { edit, open } = openSupporterForm(create, (opened) => {
    db = opened
  })

  test('an MP who is picked needs no typing', async () => {
    const { searchMembers } = await import('@/lib/members/search')
    const { pickMember } = await import('@/lib/supporters/model/form')
    const [member] = await searchMembers('holborn')
    if (!member) throw new Error('nobody')
    const answer = await edit(pickMember(emptyDraft, member))
    expect(answer).toMatchObject({ outcome: 'saved' })
    expect(await db.supporter.findFirst({ where: { memberId: member.memberId } })).toMatchObject({
      kind: 'mp',
      name: member.name,
      constituency: 'Holborn and St Pancras',
      status: 'draft',
      position: 400,
    })
    expect(await edit({ memberId: String(member.memberId) })).toMatchObject({
      outcome: 'duplicates',
      duplicates: [{ name: member.name, why: 'member' }],
    })
    const opened = await open(member.name)
    expect(opened).toMatchObject({
      member,
      seen: expect.any(Number),
      history: [expect.stringMatching(/^Ann added this supporter, 22 Nov 2026/)],
    })
  })

  test('what a kind does not have is left out', async () => {
    await edit({ ...organisation, memberId: '4630', constituency: 'X', isFormer: 'yes' })
    expect(await db.supporter.findFirst({ where: { name: 'Open Door' } })).toMatchObject({
      memberId: null,
      constituency: null,
      isFormer: false,
    })
  })

  test('what cannot be shown is refused by its field', async () => {
    expect(await edit({ kind: 'organisation' })).toMatchObject({ outcome: 'refused', problems: [{ field: 'name' }] })
    expect(await edit({ ...organisation, link: 'javascript:alert(1)', joinedOn: 'soon' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'link' }, { field: 'joinedOn' }],
    })
    expect(await edit({ ...organisation, joinedOn: '2062-11-01' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'joinedOn', message: expect.stringContaining('still to come') }],
    })
    expect(await edit({ ...organisation, kind: 'bank' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'kind' }],
    })
    expect(await edit({ name: 'X', memberId: 'x' })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'memberId' }],
    })
    expect(await db.supporter.count()).toBe(39)
  })

  test('duplicates are asked about once, and not for who is the same person', async () => {
    expect(await edit({ ...organisation, name: 'unseen ' })).toMatchObject({
      outcome: 'duplicates',
      duplicates: [{ name: 'Unseen', why: 'name' }],
    })
    expect(await db.supporter.count()).toBe(39)
    expect(await edit({ ...organisation, name: 'unseen' }, { accept: true })).toMatchObject({ outcome: 'saved' })
    const { draft, known } = await open('Unseen')
    expect(await edit({ ...draft, notes: 'Called them.' }, { known })).toMatchObject({ outcome: 'saved' })
  })

  test('a member stands once in a kind, whatever anybody says', async () => {
    const { draft, known } = await open('Unseen')
    expect(await edit({ ...draft, kind: 'mp', memberId: '4630' }, { known, accept: true })).toMatchObject({
      outcome: 'duplicates',
      mayAccept: false,
      duplicates: [{ name: 'Ben Lake' }],
    })
    expect(await edit({ ...draft, kind: 'peer', memberId: '4630' }, { known })).toMatchObject({
      outcome: 'duplicates',
      mayAccept: true,
    })
    expect(await edit({ ...draft, kind: 'peer', memberId: '4630' }, { known, accept: true })).toMatchObject({
      outcome: 'saved',
    })
  })

  test('an editor writes drafts and mends what is hidden, and nothing that the public sees', async () => {
    const role = 'editor'
    expect(await edit(organisation, { role, status: 'published' })).toMatchObject({ outcome: 'not-allowed' })
    expect(await edit(organisation, { role })).toMatchObject({ outcome: 'saved' })
    const draft = await open('Open Door')
    expect(await edit({ ...draft.draft, notes: 'x' }, { role, known: draft.known })).toMatchObject({ outcome: 'saved' })
    const newer = await open('Open Door')
    expect(await edit(newer.draft, { role, known: newer.known, status: 'published' })).toMatchObject({
      outcome: 'not-allowed',
      message: expect.stringContaining('Only a publisher'),
    })
    const shown = await open('Unseen')
    for (const status of [undefined, 'draft', 'hidden', 'published'] as const) {
      expect(
        await edit({ ...shown.draft, name: 'Defaced' }, { role, known: shown.known, ...(status && { status }) }),
      ).toMatchObject({ outcome: 'not-allowed' })
    }
    const { changeLogo } = await import('@/lib/supporters/change-logo')
    expect(await changeLogo(shown.known, null, { id: 'ann', role }, now)).toMatchObject({ outcome: 'not-allowed' })
    expect(await db.supporter.findFirst({ where: { name: 'Unseen' } })).toMatchObject({
      version: 1,
      status: 'published',
    })
    expect(await edit(newer.draft, { known: newer.known, status: 'published' })).toMatchObject({ outcome: 'saved' })
    expect(await edit(newer.draft, { role, known: newer.known })).toMatchObject({ outcome: 'not-allowed' }) // published since
  })

  test('a logo is given, described anew and taken away; each bad file changes nothing', async () => {
    const { changeLogo } = await import('@/lib/supporters/change-logo')
    const publisher = { id: 'ann', role: 'publisher' } as const
    const { known } = await open('Unseen')
    const words = { alt: 'A red field', permissionOn: '2026-11-01' }
    expect(await changeLogo(known, { bytes: null, ...words }, publisher, now)).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'file', message: 'Choose a file.' }],
    })
    const good = await plainLogo().png().toBuffer()
    expect(await changeLogo(known, { bytes: good, alt: ' ', permissionOn: '' }, publisher, now)).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'alt' }, { field: 'permissionOn' }],
    })
    for (const [, bytes] of (await makeBadLogos()).slice(0, 5)) {
      expect(await changeLogo(known, { bytes, ...words }, publisher, now)).toMatchObject({
        outcome: 'refused',
        problems: [{ field: 'file', message: expect.stringMatching(/\.$/) }],
      })
    }
    expect((await open('Unseen')).version).toBe(1)
    expect(await changeLogo(known, { bytes: good, ...words }, publisher, now)).toMatchObject({ outcome: 'saved' })
    const { version, logo } = await open('Unseen')
    expect(logo).toMatchObject({ ...words, width: 300, height: 100, hash: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(await changeLogo(known, null, publisher, now)).toEqual({
      outcome: 'conflict',
      version,
      changes: [expect.stringContaining('Ann changed the logo')],
      theirs: words,
    })
    expect(
      await changeLogo({ ...known, version }, { bytes: null, alt: 'Red', permissionOn: '2026-11-02' }, publisher, now),
    ).toMatchObject({ outcome: 'saved' })
    expect((await open('Unseen')).logo).toEqual({ ...logo, alt: 'Red', permissionOn: '2026-11-02' })
    expect(await changeLogo({ ...known, version: version + 1 }, null, publisher, now)).toMatchObject({
      outcome: 'saved',
    })
    expect(await db.supporter.findUnique({ where: { id: known.id } })).toMatchObject({
      logoHash: null,
      logoAlt: null,
      logoBytes: null,
    })
  })
})
