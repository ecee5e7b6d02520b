import { composeNameKey } from '../model/name-key'
import type { Candidate } from './import-plan'
import { cleanTitle } from './person-name'

/** A sitting MP of the directory. */
export type DirectoryMember = { id: number; name: string; seatName: string | null }

/** What the directory says to an MP's name: the one that is meant, or a question. */
export type MemberMatch =
  { outcome: 'found'; member: DirectoryMember } | { outcome: 'asked'; question: string; candidates: Candidate[] }

const maxAsked = 5

/** Makes a function that finds the MP that a row means, by cleaned name and constituency. */
export function createMemberMatcher(
  members: readonly DirectoryMember[],
): (name: string, constituency: string) => MemberMatch {
  const byName = new Map<string, DirectoryMember[]>()
  for (const member of members) {
    const key = cleanTitle(member.name)
    byName.set(key, [...(byName.get(key) ?? []), member])
  }
  return (name, constituency) => {
    const found = byName.get(cleanTitle(name)) ?? []
    const seat = composeNameKey(constituency)
    const here = found.filter(({ seatName }) => seat !== '' && composeNameKey(seatName ?? '') === seat)
    const [only] = here.length > 0 ? here : found
    if (only && (here.length === 1 || (found.length === 1 && (seat === '' || here.length === 1))))
      return { outcome: 'found', member: only }
    if (only) {
      const candidates = found.slice(0, maxAsked).map((each): Candidate => {
        const text = `${each.name}${each.seatName ? `, ${each.seatName}` : ''} (Parliament id ${each.id})`
        return { column: 'memberId', value: String(each.id), name: each.name, text }
      })
      const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(candidates.map(({ text }) => text))
      return { outcome: 'asked', question: `Do you mean ${names}?`, candidates }
    }
    return {
      outcome: 'asked',
      question: 'The directory has no MP of this name. Is the name right? If they have left, add them as they are.',
      candidates: [],
    }
  }
}
