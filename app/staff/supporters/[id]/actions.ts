'use server'

import type { FoundMember } from '@/lib/members/model/found-member'
import { nameKind, type SupporterStatus } from '@/lib/supporters/model/supporter'
import { readDraft } from '@/lib/supporters/model/draft'
import { draftFields } from '@/lib/supporters/model/fields'
import { pickMember, showForm, type SupporterFormState, type SupporterSheet } from '@/lib/supporters/model/form'
import { composeConflict, settleForm } from '@/lib/shared/model/conflict'
import { editSupporter } from '@/lib/supporters/edit'
import type { Duplicate } from '@/lib/supporters/model/duplicate'
import { changeLogo, checkNewLogo } from '@/lib/supporters/change-logo'
import { findMember } from '@/lib/supporters/open'
import { searchMembers } from '@/lib/members/search'
import { searchPeers } from '@/lib/members/search-peers'
import { answerForm, openPage } from '../../_request/answer-form'
import { readFile } from '../../_request/read-form'
import { readStaff } from '../../_request/require-staff'

const statuses: Record<string, SupporterStatus> = { publish: 'published', hide: 'hidden', draft: 'draft' }

// Beside those of the supporter.
const logoFields: Record<string, string> = { file: 'logoFile', alt: 'logoAlt', permissionOn: 'logoPermissionOn' }

/** Handles every button of the supporter form: save, publish, hide, preview the card, find an MP. */
export async function submitSupporter(previous: SupporterFormState, form: unknown): Promise<SupporterFormState> {
  return answerForm('editor', form, async (staff, sent) => {
    const settled = settleForm(sent, draftFields)
    if (settled.outcome === 'conflict') return settled
    const fields = settled.values
    const { intent, do: deed = intent ?? 'save', version = '', seen = '', base = '', search = '' } = fields
    const draft = readDraft(fields)
    const { logoAlt = '', logoPermissionOn = '' } = fields
    const logoWords = { alt: logoAlt, permissionOn: logoPermissionOn }
    const member = await readMember(draft.memberId, draft.kind)
    const sheet: SupporterSheet = { draft, member, version, seen, base, logoWords }
    if (settled.outcome === 'merged')
      return showForm(sheet, 'This is what you chose. Nothing is saved yet: save it when you are ready.', {
        isProblem: false,
      })
    if (deed === 'preview')
      return showForm(sheet, 'This is how the card looks now. Nothing is saved yet.', { isProblem: false })
    if (deed === 'find') return find(sheet, search)
    if (deed === 'clear')
      return showForm({ ...sheet, draft: { ...draft, memberId: '' }, member: null }, 'Find somebody else.', {
        isProblem: false,
      })
    if (deed.startsWith('pick ')) return pick(sheet, deed.slice(5), previous)

    const id = toId(fields.id)
    // A new organisation brings its logo along; it is looked at first, so that nothing is saved by half.
    const bytes = id === null && draft.kind === 'organisation' ? await readFile(form, 'logoFile') : null
    const logo = bytes && { bytes, ...logoWords }
    const wrong = logo ? await checkNewLogo(logo, new Date()) : []
    if (wrong.length > 0)
      return showForm(sheet, 'Nothing is saved yet: something is not right with the logo.', {
        problems: wrong.map(({ field, message }) => ({ field: logoFields[field] ?? field, message })),
      })
    const known = id === null ? null : { id, version: Number(version), seen: Number(seen) }
    const answer = await editSupporter(
      { draft, known, status: statuses[deed] ?? null, acceptsDuplicates: fields.accept === 'yes' },
      staff,
      new Date(),
    )
    switch (answer.outcome) {
      case 'saved': {
        const kept = logo && (await changeLogo({ id: answer.id, version: 1 }, logo, staff, new Date()))
        const done = Object.hasOwn(statuses, deed) ? deed : id === null ? 'added' : 'saved'
        const onDark = kept?.outcome === 'saved' && kept.isOnDark ? '&logo=on-dark' : ''
        return openPage(`/staff/supporters/${answer.id}?done=${done}${onDark}`)
      }
      case 'refused':
        return showForm(sheet, 'Nothing is saved yet: something is not right.', { problems: answer.problems })
      case 'not-allowed':
        return showForm(sheet, answer.message)
      case 'duplicates':
        return showForm(
          sheet,
          answer.mayAccept
            ? 'Nothing is saved yet: this may be somebody who is in the list already.'
            : 'Nothing is saved: this member of Parliament is in the list already.',
          {
            duplicates: answer.duplicates.map(describeDuplicate),
            mayAccept: answer.mayAccept,
          },
        )
      case 'not-found':
        return showForm(sheet, 'This supporter is not there any more. What you typed is still in the form.')
      case 'conflict': {
        const { theirs, changes, version: newest, seen: last } = answer.meanwhile
        const rest = { version: String(newest), seen: String(last), intent: deed }
        return composeConflict({ ...fields, ...draft }, draftFields, { theirs, by: changes.join(' '), rest })
      }
    }
  })
}

/** Finds MPs or peers as someone types; null when Parliament can't be reached. @param kind not trusted, like `query` */
export async function askMembers(
  kind: unknown,
  query: unknown,
): Promise<FoundMember[] | { outcome: 'signed-out' } | null> {
  if (!(await readStaff())) return { outcome: 'signed-out' }
  if (typeof query !== 'string') return []
  return kind === 'peer' ? searchPeers(query) : searchMembers(query)
}

async function find(sheet: SupporterSheet, search: string): Promise<SupporterFormState> {
  const matches = await (sheet.draft.kind === 'peer' ? searchPeers(search) : searchMembers(search))
  if (matches === null)
    return showForm(sheet, 'We can’t reach Parliament’s list just now. Write the name into the form.', { search })
  return showForm(
    sheet,
    matches.length === 0
      ? 'Nobody found. Try fewer letters, or the name of the constituency.'
      : 'Choose one of those found.',
    { isProblem: matches.length === 0, search, matches },
  )
}

async function pick(sheet: SupporterSheet, id: string, previous: SupporterFormState): Promise<SupporterFormState> {
  const shown = previous?.outcome === 'shown' ? previous.matches : []
  const member = (await readMember(id, 'mp')) ?? shown.find(({ memberId }) => String(memberId) === id)
  if (!member) return showForm(sheet, 'Nobody found. Search again.')
  return showForm(
    { ...sheet, draft: pickMember(sheet.draft, member), member },
    `${member.name} is chosen. Nothing is saved yet.`,
    { isProblem: false },
  )
}

async function readMember(memberId: string, kind: string): Promise<FoundMember | null> {
  const id = toId(memberId)
  return id !== null && kind === 'mp' ? findMember(id) : null
}

function describeDuplicate({ id, kind, name, status, why }: Duplicate) {
  const same = why === 'member' ? 'member of Parliament' : 'name'
  return { id, text: `${name} (${nameKind(kind, 'inText')}, ${status}): the same ${same}` }
}

function toId(text = ''): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
