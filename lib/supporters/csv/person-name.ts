import { apostrophes, toPlainText } from '../../shared/model/plain-text'

const list = (text: string) => new Set(text.split(' '))

// Before a name, in any number.
const honours = list(
  'the rt right hon honourable most very rev revd reverend hrh sir dame dr mr mrs ms miss mx prof professor rabbi ' +
    'general admiral marshal field air chief commander commodore brigadier colonel lieutenant major captain vice rear',
)
const letters = list(
  'mp kc qc obe mbe cbe kbe dbe gbe cb kcb dcb gcb cmg kcmg dcmg gcmg lvo mvo cvo kcvo dcvo gcvo ch om kg lg kt lt pc dl jp ' +
    'frs fba frse frsa frcp frcs frcgp fmedsci kcsg',
)
const men = list('sir mr lord baron viscount earl marquess marquis duke')
const women = list('dame mrs miss ms lady baroness viscountess countess marchioness duchess')

// An earl is “Lord” in speech, so a lord may be of any rank; an earl is no viscount.
const ranks: Record<string, string> = {
  lord: '',
  lady: '',
  baron: '',
  baroness: '',
  viscount: 'viscount',
  viscountess: 'viscount',
  earl: 'earl',
  countess: 'earl',
  marquess: 'marquess',
  marquis: 'marquess',
  marchioness: 'marquess',
  duke: 'duke',
  duchess: 'duke',
}

/** What a name says of a person: “The Rt Hon Lord (David) Alton of Liverpool KCSG”. */
export type PersonName = {
  words: string[] // the surname last, after any first names; a surname with a hyphen is one word
  of: string // the place of a title; '' for none
  rank: string // of a peer, where the title says it; '' otherwise
  sex: 'man' | 'woman' | null // where a title says it
}

/** Reads a name without its titles and the letters after it. A surname is left that is a title in other names. */
export function readPersonName(name: string): PersonName {
  const plain = toPlainText(name)
    .replace(apostrophes, '')
    .replace(/\p{Pd}/gu, '-')
  const [, first, title] = /^(.+),\s*(?:the\s+)?(\p{L}+)\.?\s*$/u.exec(plain) ?? []
  const isTurned = first !== undefined && title !== undefined && Object.hasOwn(ranks, title)
  const all = (isTurned ? `${title} ${first}` : plain)
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter(Boolean)
  // Two words stay, because Mary KC may be called so.
  while (all.length > (all.at(-1) === 'mp' ? 1 : 2) && letters.has(all.at(-1) ?? '') && all.at(-2) !== 'of') all.pop()
  let start = 0
  while (start < all.length - 1 && honours.has(all[start] ?? '') && all[start + 1] !== 'of') start++
  const titles = all.slice(0, start)
  let words = all.slice(start)
  let rank = ''
  const at = words.findIndex((word, index) => Object.hasOwn(ranks, word) && index < words.length - 1)
  const found = words[at] ?? ''
  const isOfPlace = words[at + 1] === 'of' // “The Earl of Sandwich” is called Lord Sandwich; Mary Lord of Bath isn't
  if (at >= 0 && (!isOfPlace || (at === 0 && ranks[found] !== ''))) {
    rank = ranks[found] ?? ''
    words = words.slice(isOfPlace ? at + 2 : at + 1)
    if (!/bishop$/.test(words[0] ?? '')) titles.push(found) // a bishop is a lord, man or woman
  }
  const of = words.indexOf('of', 1)
  return {
    words: of > 0 ? words.slice(0, of) : words,
    of: of > 0 ? words.slice(of + 1).join(' ') : '',
    rank,
    sex: titles.some((word) => men.has(word)) ? 'man' : titles.some((word) => women.has(word)) ? 'woman' : null,
  }
}

/** A name without titles, letters after it, and the place of a title. */
export function cleanTitle(name: string): string {
  return flatten(readPersonName(name).words)
}

/**
 * Whether two names may be one peer’s: the surname is the same, and nothing else that both of them say differs, be it
 * the place, the rank, a first name or Lord and Baroness.
 */
export function mayBeSamePeer(one: PersonName, other: PersonName): boolean {
  if (one.words.length === 0 || other.words.length === 0) return false
  if (one.sex && other.sex && one.sex !== other.sex) return false
  if (one.rank && other.rank && one.rank !== other.rank) return false
  if (!isBeginning(one.of, other.of, ' ')) return false
  if (flatten(one.words) === flatten(other.words)) return true
  if (one.words.at(-1) !== other.words.at(-1)) return false
  const [longer, shorter] = one.words.length > other.words.length ? [one.words, other.words] : [other.words, one.words]
  const isEnd = shorter.every((word, index) => word === longer[longer.length - shorter.length + index])
  return isEnd || isBeginning(one.words[0] ?? '', other.words[0] ?? '', '')
}

/** The word by which to look for names that may be the same. */
export function findSurname({ words }: PersonName): string {
  return flatten(words).split(' ').at(-1) ?? ''
}

/** Whether the shorter of two texts begins the longer one, up to a word’s end if `end` is a space. Nothing begins all. */
function isBeginning(one: string, other: string, end: string): boolean {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one]
  return shorter === '' || shorter === longer || longer.startsWith(shorter + end)
}

function flatten(words: readonly string[]): string {
  return words.join(' ').replaceAll('-', ' ')
}
