import type { NorthernIreland, SeatChoice, SeatPage, ShownOutcome } from './model/lookup'
import type { OutsidePlace } from './model/postcode'

/** What the postcode form shows under its heading when a postcode doesn't lead straight to an MP. */
export type FindMpText = {
  /** In the summary above the form. */
  heading: string
  /** Beside the field when the visitor can correct it there; null when the field isn't at fault. */
  fieldError: string | null
  paragraphs: string[]
  /** Constituencies to choose from, in groups that may have a heading. */
  choices: ChoiceGroup[]
  links: { href: string; text: string }[]
}

/**
 * The state of the postcode form after a submission: what to show, what was typed, and the tag of the link that led here,
 * which the form takes along.
 */
export type FindMpState =
  ({ outcome: ShownOutcome['outcome']; value: string; source?: string | null } & FindMpText) | null

/** Constituencies to choose from: the address of the page, the name, and the MP with whatever else tells it apart. */
export type ChoiceGroup = { heading: string | null; seats: { href: string; name: string; about: string }[] }

const picker = { href: '/find', text: 'All constituencies by part of the UK' }
const northernIreland = { href: '/find/northern-ireland', text: 'All 18 constituencies in Northern Ireland' }

/** The words for one outcome. */
export function composeFindMpText(shown: ShownOutcome): FindMpText {
  return { fieldError: null, paragraphs: [], choices: [], links: [], ...composeParts(shown) }
}

type Parts = Pick<FindMpText, 'heading'> & Partial<FindMpText>

function composeParts(shown: ShownOutcome): Parts {
  switch (shown.outcome) {
    case 'found':
      return {
        heading: `We read that as ${shown.postcode}`,
        paragraphs: [
          `You typed “${shown.typed}”. It’s easy to mix up letters and numbers that look alike, such as O and 0. If ${shown.postcode} is your postcode, go on to your MP.`,
        ],
        links: [link(shown.seat)],
      }
    case 'terminated':
      return {
        heading: `${shown.postcode} is no longer in use`,
        fieldError: 'Enter the postcode you have now',
        paragraphs: shown.nearest
          ? [
              `The nearest postcode in use is ${shown.nearest.postcode}, in ${shown.nearest.seat.name}. If that is where you live, go on to your MP.`,
            ]
          : [
              'Royal Mail has retired it. Try the one on a recent letter, or type the name of the place where you live.',
            ],
        links: shown.nearest ? [link(shown.nearest.seat), picker] : [picker],
      }
    case 'not-found':
      return {
        heading: `We can’t find ${shown.postcode}`,
        fieldError: 'Check the postcode and try again',
        paragraphs: [
          'It looks like a postcode, but it isn’t on our list.',
          shown.choices.length > 0
            ? 'If it’s very new, choose your constituency: postcodes that begin like yours are in these.'
            : 'If it’s very new, type the name of the place where you live.',
        ],
        choices: group(shown.choices),
        links: [picker],
      }
    case 'invalid':
      return {
        heading: 'There is a problem',
        fieldError: 'Enter your postcode, like SW1A 0AA, your MP’s name, or the place where you live',
        links: [picker],
      }
    case 'several-postcodes':
      return {
        heading: 'Which of these is your postcode?',
        paragraphs: ['You typed more than one. Choose the one where you live.'],
        links: shown.postcodes.map(({ postcode, seat }) =>
          seat
            ? { href: `/take-action/${seat.slug}`, text: `${postcode}: the MP for ${seat.name}` }
            : { href: '/take-action', text: `${postcode}: type only this one` },
        ),
      }
    case 'half-postcode':
      return {
        heading: `We need the rest of your postcode`,
        fieldError: `Type the ${describeMissing(shown.start)} too`,
        paragraphs: [
          shown.choices.length === 1
            ? `Every postcode that begins with ${shown.outcode}${shown.start && ` ${shown.start}`} is in this constituency.`
            : `Or choose your constituency. Postcodes that begin with ${shown.outcode}${shown.start && ` ${shown.start}`} are in these.`,
        ],
        choices: group(shown.choices),
      }
    case 'northern-ireland':
      return composeNorthernIreland(shown)
    case 'names':
      return {
        heading: shown.isExact ? countChoices(shown.choices.length + shown.more) : `We couldn’t find “${shown.typed}”`,
        paragraphs: [
          ...(shown.isExact ? [] : ['Did you mean one of these?']),
          ...(shown.choices.length + shown.more > manyChoices ? ['Your postcode leads straight to your MP.'] : []),
          ...(shown.more > 0 ? [`These are the first ${shown.choices.length}. Type more to narrow them down.`] : []),
        ],
        choices: group(shown.choices),
      }
    case 'no-match':
      return {
        heading: `Nothing found for “${shown.typed}”`,
        fieldError: 'Try your postcode, your MP’s name, or the nearest town',
        links: [picker],
      }
    case 'not-represented':
      return placeTexts[shown.place]
    case 'unavailable':
      return {
        heading: 'We can’t look up this postcode right now',
        paragraphs: [
          shown.choices.length > 0
            ? 'This is our fault, not yours. Choose your constituency: postcodes that begin like yours are in these.'
            : 'This is our fault, not yours. Type the name of the place where you live, or try again in a few minutes.',
        ],
        choices: group(shown.choices),
        links: [picker],
      }
    case 'limited':
      return {
        heading: 'Too many searches from your connection',
        paragraphs: [
          'To keep scripts out, we limit how many can be looked up in a short time. Wait a minute and try again, or find your MP by name or place.',
        ],
        links: [picker],
      }
    case 'dissolved':
      return {
        heading: 'There are no MPs right now',
        paragraphs: [
          'Parliament has been dissolved for a general election, and nobody is an MP until the new ones are elected. Come back after the election and write to yours.',
        ],
      }
  }
}

// More than this is a long list to look through.
const manyChoices = 8

function composeNorthernIreland({ outcode, town, likely, others, canRetry }: NorthernIreland): Parts {
  return {
    heading: 'Which constituency do you live in?',
    paragraphs: [
      town
        ? `Postcodes that begin with ${outcode} belong to the post town of ${town}. We don’t have a list of postcodes for Northern Ireland, so we can’t be sure which constituency is yours.`
        : `We don’t have a list of postcodes for Northern Ireland, so please choose your constituency by its towns.`,
      ...(canRetry
        ? ['The service that we ask about them isn’t answering. You can also try again in a few minutes.']
        : []),
    ],
    choices: [
      ...group(likely, town === null ? null : describeLikely(town, likely.length)),
      ...group(others, likely.length > 0 ? 'Or one of the others' : null),
    ],
    links: [northernIreland],
  }
}

function describeLikely(town: string, count: number): string {
  return count === 1 ? `Most likely: ${town} is in this one` : `Most likely: ${town} is in these ${count}`
}

function describeMissing(start: string): string {
  if (start === '') return 'last three characters'
  return start.length === 1 ? 'last two letters' : 'last letter'
}

function countChoices(count: number): string {
  return count === 1 ? '1 constituency found' : `${count} constituencies found`
}

function group(seats: SeatChoice[], heading: string | null = null): ChoiceGroup[] {
  if (seats.length === 0) return []
  const describe = ({ mp, note }: SeatChoice) =>
    (mp ? `${mp.name}, ${mp.party}` : 'no MP right now') + (note ? ` · ${note}` : '')
  return [
    {
      heading,
      seats: seats.map((seat) => ({ href: `/take-action/${seat.slug}`, name: seat.name, about: describe(seat) })),
    },
  ]
}

function link(seat: SeatPage) {
  return { href: `/take-action/${seat.slug}`, text: `Go on to the MP for ${seat.name}` }
}

const placeTexts: Record<OutsidePlace, Parts> = {
  'channel-islands': {
    heading: 'The Channel Islands have no MP at Westminster',
    paragraphs: [
      'Jersey and Guernsey have parliaments of their own. You could ask family or friends in the UK to write to their MP.',
    ],
    links: [
      { href: 'https://www.gov.je', text: 'Government of Jersey' },
      { href: 'https://www.gov.gg', text: 'States of Guernsey' },
    ],
  },
  'isle-of-man': {
    heading: 'The Isle of Man has no MP at Westminster',
    paragraphs: [
      'The island has a parliament of its own, Tynwald. You could ask family or friends in the UK to write to their MP.',
    ],
    links: [{ href: 'https://www.tynwald.org.im', text: 'Tynwald' }],
  },
  forces: {
    heading: 'A forces postcode doesn’t tell us your constituency',
    paragraphs: [
      'Your MP is the one for the UK address where you are registered to vote. Enter that postcode, or type the name of the place.',
    ],
    links: [picker],
  },
  overseas: {
    heading: 'This postcode is outside the UK’s constituencies',
    paragraphs: [
      'If you are registered as an overseas voter, your MP is the one for your last UK address. Enter that postcode, or type the name of the place.',
    ],
    links: [picker],
  },
}
