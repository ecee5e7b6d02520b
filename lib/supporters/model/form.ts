import type { FoundMember } from '../../members/model/found-member'
import type { Conflict } from '../../shared/model/conflict'
import type { Problem } from '../../shared/model/result'
import type { WallLogo, WallSupporter } from './supporter'
import { type SupporterDraft, toInput } from './draft'
import { composeWall } from './wall'

/** What the form of a supporter shows: what was typed, and the member with this id. */
export type SupporterSheet = {
  draft: SupporterDraft
  member: FoundMember | null
  /** Of somebody who is there; empty for somebody new. */
  version: string
  seen: string
  /** What the form began with, as `formatFields` writes it. */
  base: string
}

/** Somebody who may be the same, in words. */
export type NamedDuplicate = { id: number; text: string }

/** The answer to the form. `ready`: the browser opens `href`. Nothing that was typed is lost. */
export type SupporterFormState =
  | null
  | { outcome: 'ready'; href: string }
  | Conflict
  | (SupporterSheet & {
      outcome: 'shown'
      isProblem: boolean
      message: string
      problems: Problem[]
      search: string
      matches: FoundMember[]
      duplicates: NamedDuplicate[]
      /** Whether it can be somebody else. */
      mayAccept: boolean
    })

export type ShownSupporterForm = Extract<SupporterFormState, { outcome: 'shown' }>

/** An answer that only says something. */
export function showForm(
  sheet: SupporterSheet,
  message: string,
  more: Partial<Omit<ShownSupporterForm, 'outcome' | 'message' | keyof SupporterSheet>> = {},
): ShownSupporterForm {
  return {
    isProblem: true,
    problems: [],
    search: '',
    matches: [],
    duplicates: [],
    mayAccept: false,
    ...sheet,
    ...more,
    outcome: 'shown',
    message,
  }
}

/** The card of a supporter as the wall would show it; null while it has no name. */
export function composePreview(
  { draft, member }: Pick<SupporterSheet, 'draft' | 'member'>,
  logo: WallLogo | null,
): WallSupporter | null {
  const input = toInput(draft)
  const isMember = draft.kind !== 'organisation'
  const row = { ...input, name: input.name || (isMember ? (member?.name ?? '') : ''), id: 0, logo }
  return composeWall([row], new Map(member && input.memberId !== null ? [[input.memberId, member]] : []))[0] ?? null
}

/** The form with somebody from Parliament picked: what is known of them needs no typing. */
export function pickMember(draft: SupporterDraft, member: FoundMember): SupporterDraft {
  return {
    ...draft,
    memberId: String(member.memberId),
    name: member.name,
    constituency: draft.kind === 'mp' ? (member.seat?.name ?? '') : '',
  }
}
