import type { FoundMember } from '../../members/model/found-member'
import type { Conflict } from '../../shared/model/conflict'
import type { Problem } from '../../shared/model/result'
import type { WallLogo, WallSupporter } from './supporter'
import { type SupporterDraft, toInput } from './draft'
import { composeWall } from './wall'

/** The supporter form's content: its values, and the Member with this id. */
export type SupporterSheet = {
  draft: SupporterDraft
  member: FoundMember | null
  /** For an existing supporter; empty for a new one. */
  version: string
  seen: string
  /** The form's initial values, as written by `formatFields`. */
  base: string
  /** What was typed about the logo of a new organisation. */
  logoWords?: LogoWords
}

/** What a logo needs beside its file. */
export type LogoWords = { alt: string; permissionOn: string }

/** A possible duplicate, described. */
export type NamedDuplicate = { id: number; text: string }

/** The response to a submission. On `ready` the browser opens `href`. Entered values are never lost. */
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
      /** Whether staff may confirm that it is someone else. */
      mayAccept: boolean
    })

export type ShownSupporterForm = Extract<SupporterFormState, { outcome: 'shown' }>

/** A response that only shows a message. */
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

/** The wall's card for a supporter; null while it has no name. */
export function composePreview(
  { draft, member }: Pick<SupporterSheet, 'draft' | 'member'>,
  logo: WallLogo | null,
): WallSupporter | null {
  const input = toInput(draft)
  const isMember = draft.kind !== 'organisation'
  const row = { ...input, name: input.name || (isMember ? (member?.name ?? '') : ''), id: 0, logo }
  return composeWall([row], new Map(member && input.memberId !== null ? [[input.memberId, member]] : []))[0] ?? null
}

/** Fills the form from a member of either House, so that known details needn't be typed. */
export function pickMember(draft: SupporterDraft, member: FoundMember): SupporterDraft {
  return {
    ...draft,
    memberId: String(member.memberId),
    name: member.name,
    constituency: draft.kind === 'mp' ? (member.seat?.name ?? '') : '',
  }
}
