import type { ShownOutcome } from '@/lib/postcodes/model/lookup'
import { constituency, seats } from './fictional-data'

const seat = { slug: 'a', name: constituency }
const choices = seats.map((each) => ({ ...each, note: null }))
const northernIreland = { outcome: 'northern-ireland' as const, likely: choices, others: choices }
const names = { outcome: 'names' as const, typed: 'nowhere', choices }

/** Examples of every outcome of the postcode form; each has words of its own. */
export const outcomeExamples: { [Outcome in ShownOutcome['outcome']]: Extract<ShownOutcome, { outcome: Outcome }>[] } =
  {
    invalid: [{ outcome: 'invalid' }],
    'not-found': [
      { outcome: 'not-found', postcode: 'M1 9ZZ', choices },
      { outcome: 'not-found', postcode: 'M1 9ZZ', choices: [] },
    ],
    found: [{ outcome: 'found', isRepaired: true, postcode: 'M20 1AA', typed: 'M2O 1AA', seat }],
    'several-postcodes': [
      {
        outcome: 'several-postcodes',
        postcodes: [
          { postcode: 'M14 5AA', seat },
          { postcode: 'BT1 5GS', seat: null },
        ],
      },
    ],
    'half-postcode': [
      { outcome: 'half-postcode', outcode: 'M14', start: '', choices: choices.slice(0, 1) },
      { outcome: 'half-postcode', outcode: 'M14', start: '5A', choices },
    ],
    'northern-ireland': [
      { ...northernIreland, outcode: 'BT7', town: 'Belfast', canRetry: true },
      { ...northernIreland, outcode: 'BT7', town: null, likely: [], canRetry: false },
    ],
    terminated: [
      { outcome: 'terminated', postcode: 'AB1 0AA', nearest: { postcode: 'AB11 5QN', seat } },
      { outcome: 'terminated', postcode: 'AB1 0AA', nearest: null },
    ],
    'not-represented': (['channel-islands', 'isle-of-man', 'forces', 'overseas'] as const).map((place) => ({
      outcome: 'not-represented',
      place,
    })),
    unavailable: [
      { outcome: 'unavailable', choices },
      { outcome: 'unavailable', choices: [] },
    ],
    limited: [{ outcome: 'limited' }],
    dissolved: [{ outcome: 'dissolved' }],
    names: [
      { ...names, isExact: true, more: 12 },
      { ...names, isExact: false, more: 0 },
    ],
    'no-match': [{ outcome: 'no-match', typed: 'zzz' }],
  }
