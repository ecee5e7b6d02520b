import { hasGuardianAsk } from './asks'

/** Beginnings of a sentence on why this matters, for visitors to continue in their own words. */
export const reasonBeginnings = [
  'As a parent, I ',
  'I work with children, and ',
  'I was a child in care, so ',
  'As a person of faith, I ',
  'I came to the UK for safety, and ',
] as const

// Read straight after “I live in Bath and you are my MP.”, so each must say who it is about.
const forTraffickedChildren = [
  'I am writing because children who have been trafficked deserve to be safe and to plan a future.',
  'I want every child who has been trafficked to get on with school, friends and a career, like anyone else.',
  'No child who has been trafficked should have to find their way through it alone.',
]
const forAllChildren = [
  'I am writing because children who have been trafficked, or are here alone, deserve to be safe and to plan a future.',
  'I want every child who has been trafficked, or is here alone, to get on with school, friends and a career.',
  'No child who has been trafficked, or is here without a parent or carer, should have to manage alone.',
]

/**
 * The sentence on why this matters that stands in for a visitor's own: one of three, always the same for a
 * constituency, so that an office's letters differ by constituency and a visitor's doesn't change.
 * @param code the constituency's ONS code, such as E14001063
 */
export function defaultReason(code: string, nation: string): string {
  const reasons = hasGuardianAsk(nation) ? forAllChildren : forTraffickedChildren
  return reasons[Number(code.replace(/\D/g, '')) % reasons.length] ?? forTraffickedChildren[0] ?? ''
}
