import type { SeatPage, ShownOutcome } from './model/lookup'
import type { OutsidePlace } from './model/postcode'

/** What the postcode form shows under its heading when a postcode doesn't lead straight to an MP. */
export type FindMpText = {
  /** In the summary above the form. */
  heading: string
  /** Beside the field when the visitor can correct it there; null when the field isn't at fault. */
  fieldError: string | null
  paragraphs: string[]
  links: { href: string; text: string }[]
}

/** The state of the postcode form after a submission: what to show, and what was typed. */
export type FindMpState = ({ outcome: ShownOutcome['outcome']; value: string } & FindMpText) | null

const picker = { href: '/find', text: 'Find your MP by name or place' }

/** The words for one outcome. */
export function composeFindMpText(shown: ShownOutcome): FindMpText {
  switch (shown.outcome) {
    case 'found':
      return {
        heading: `We read that as ${shown.postcode}`,
        fieldError: null,
        paragraphs: [
          'The letter O and the number 0, or I and 1, are easy to mix up. If this is your postcode, go on to your MP.',
        ],
        links: [link(shown.seat)],
      }
    case 'terminated':
      return {
        heading: `${shown.postcode} is no longer in use`,
        fieldError: 'Enter the postcode that your post comes to now',
        paragraphs: shown.nearest
          ? [
              `The nearest postcode in use is ${shown.nearest.postcode}, in ${shown.nearest.seat.name}. If that is where you live, go on to your MP.`,
            ]
          : ['Royal Mail has retired it. Try the one on a recent letter, or find your MP by name or place.'],
        links: shown.nearest ? [link(shown.nearest.seat), picker] : [picker],
      }
    case 'not-found':
      return {
        heading: `We cannot find ${shown.postcode}`,
        fieldError: 'Check the postcode and try again',
        paragraphs: [
          'It looks like a postcode, but it is not on our list. If it is very new, find your MP by name or place.',
        ],
        links: [picker],
      }
    case 'invalid':
      return {
        heading: 'There is a problem',
        fieldError: 'Enter a full UK postcode, like SW1A 0AA',
        paragraphs: [],
        links: [picker],
      }
    case 'not-represented':
      return placeTexts[shown.place]
    case 'unavailable':
      return {
        heading: shown.isNorthernIreland
          ? 'We cannot look up Northern Ireland postcodes right now'
          : 'We cannot look up this postcode right now',
        fieldError: null,
        paragraphs: [
          'This is our problem, not yours. Try again in a few minutes, or choose your constituency from the list.',
        ],
        links: shown.isNorthernIreland
          ? [{ href: '/find/northern-ireland', text: 'Choose from the 18 seats in Northern Ireland' }, picker]
          : [picker],
      }
    case 'limited':
      return {
        heading: 'Too many postcodes from your connection',
        fieldError: null,
        paragraphs: [
          'We stop after many in a short time, to keep machines out. Wait a minute and try again, or find your MP by name or place.',
        ],
        links: [picker],
      }
    case 'dissolved':
      return {
        heading: 'There are no MPs right now',
        fieldError: null,
        paragraphs: [
          'Parliament has been dissolved for a general election. From now until the new MPs are elected, nobody is an MP. Come back after the election and write to the one you elect.',
        ],
        links: [],
      }
  }
}

function link(seat: SeatPage) {
  return { href: `/take-action/${seat.slug}`, text: `Go on to the MP for ${seat.name}` }
}

const placeTexts: Record<OutsidePlace, FindMpText> = {
  'channel-islands': {
    heading: 'The Channel Islands have no MP at Westminster',
    fieldError: null,
    paragraphs: [
      'Jersey and Guernsey have parliaments of their own. You can ask family or friends in the UK to write to their MP.',
    ],
    links: [
      { href: 'https://www.gov.je', text: 'Government of Jersey' },
      { href: 'https://www.gov.gg', text: 'States of Guernsey' },
    ],
  },
  'isle-of-man': {
    heading: 'The Isle of Man has no MP at Westminster',
    fieldError: null,
    paragraphs: [
      'The island has a parliament of its own, Tynwald. You can ask family or friends in the UK to write to their MP.',
    ],
    links: [{ href: 'https://www.tynwald.org.im', text: 'Tynwald' }],
  },
  forces: {
    heading: 'A forces postcode does not show a constituency',
    fieldError: null,
    paragraphs: [
      'Your MP is the one for the UK address where you are registered to vote. Enter that postcode, or find the seat by name.',
    ],
    links: [picker],
  },
  overseas: {
    heading: 'This postcode is outside the UK’s constituencies',
    fieldError: null,
    paragraphs: [
      'If you are registered as an overseas voter, your MP is the one for your last UK address. Enter that postcode, or find the seat by name.',
    ],
    links: [picker],
  },
}
