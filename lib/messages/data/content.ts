import 'server-only'
import type { RuleConditions, RuleContent } from '../model/rule'

/** The content columns of a rule, the same in MessageRule and MessageRuleVersion. */
export type ContentRow = Omit<RuleContent, 'conditions'> & RuleConditions

/** Selects those columns. */
export const contentFields = {
  name: true,
  isActive: true,
  activeFrom: true,
  activeUntil: true,
  postText: true,
  emailSubject: true,
  emailBody: true,
  isSupporter: true,
  nation: true,
  party: true,
  isSpeaker: true,
  abstains: true,
  isVacant: true,
  isMinister: true,
  isInGovernment: true,
  isInOpposition: true,
  chairsCommittee: true,
  constituencyCode: true,
} as const satisfies Record<keyof ContentRow, true>

/** Extracts the content of a rule, or of one of its versions, from a row that may have other columns. */
export function toContent(row: ContentRow): RuleContent {
  const { name, isActive, activeFrom, activeUntil, postText, emailSubject, emailBody } = row
  const { isSupporter, nation, party, isSpeaker, abstains, isVacant, constituencyCode } = row
  const { isMinister, isInGovernment, isInOpposition, chairsCommittee } = row
  const posts = { isMinister, isInGovernment, isInOpposition, chairsCommittee }
  const conditions = { isSupporter, nation, party, isSpeaker, abstains, isVacant, ...posts, constituencyCode }
  return { name, isActive, activeFrom, activeUntil, postText, emailSubject, emailBody, conditions }
}

/** The inverse of `toContent`. */
export function toColumns({ conditions, ...rest }: RuleContent): ContentRow {
  return { ...rest, ...conditions }
}
