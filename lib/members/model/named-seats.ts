import { listFirstNames } from './first-names'
import { nameWords, toNameKey } from './name-words'
import { otherNames } from './other-names'
import type { SeatSummary } from './seat'

/** A constituency with everything it can be found by. Keys are `toNameKey`, texts words that each follow a space. */
export type NamedSeat = {
  seat: SeatSummary
  code: string
  region: string
  /** Of the constituency's name and its other names. */
  nameKeys: string[]
  nameText: string
  /** Of the MP's full name with each form of their first name, either way round. */
  mpKeys: string[]
  surnameKey: string | null
  mpText: string
  /** Everything, with a space at both ends. */
  text: string
}

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'dame',
  'lord',
  'lady',
  'rev',
  'revd',
  'prof',
  'professor',
  'hon',
])

const speaker = ['speaker', 'mrspeaker', 'speakerofhouseofcommons', 'speakerofhouse']

/** Prepares a constituency for the search. */
export function composeNamedSeat(seat: SeatSummary, code: string, region: string): NamedSeat {
  const mp = composeMp(seat.mp)
  const names = [seat.name, ...(otherNames[seat.slug] ?? [])].map(nameWords)
  const nameText = names.map((words) => ` ${words.join(' ')}`).join(' |')
  return {
    seat,
    code,
    region,
    nameKeys: names.map(toNameKey),
    nameText,
    text: `${nameText} ${mp.mpText} `,
    ...mp,
  }
}

function composeMp(mp: SeatSummary['mp']): Pick<NamedSeat, 'mpKeys' | 'surnameKey' | 'mpText'> {
  const words = mp === null ? [] : nameWords(mp.name)
  const [first, ...rest] = words.filter((word, at) => !(at === 0 && words.length > 2 && titles.has(word)))
  if (first === undefined) return { mpKeys: [], surnameKey: null, mpText: '' }
  const surname = toNameKey(rest)
  const firsts = listFirstNames(first)
  return {
    mpKeys: [
      ...firsts.flatMap((each) => [each + surname, surname + each]),
      ...(mp?.party === 'Speaker' ? speaker : []),
    ],
    surnameKey: surname === '' ? null : surname,
    // With the surname in one word too: “Rees Mogg” is found by “reesmogg”.
    mpText: ` ${[...firsts, ...rest, ...(rest.length > 1 ? [surname] : [])].join(' ')}`,
  }
}
