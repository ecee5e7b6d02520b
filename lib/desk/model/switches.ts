import type { Role } from '../../staff/model/staff'

/** What the big switches depend on. */
export type SwitchFacts = {
  isDissolved: boolean
  /** Supporters on the wall, in all and MPs among them. */
  published: number
  publishedMps: number
  hidden: number
  members: number
  /** Letters that the site sends: whether it does, whether that is paused, and how many wait. */
  letters: { isOn: boolean; isPaused: boolean; waiting: number }
}

/** A switch that changes the whole site at once. */
export type BigSwitch = {
  key: 'dissolution' | 'letters' | 'wall'
  minimum: Role
  title: string
  isOn: boolean
  /** What it does, in numbers. */
  effect: string
  /** The button that turns it on, and off; null where it can't be turned off by one press. */
  on: string
  off: string | null
  /** How to turn it back, once it is turned. */
  wayBack: string
  /** Said on every page of the desk while it is on. */
  banner: string
}

const number = new Intl.NumberFormat('en-GB')
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`

/** The big switches, as they stand. */
export function composeSwitches(facts: SwitchFacts): BigSwitch[] {
  const { isDissolved, published, publishedMps, hidden, members, letters } = facts
  return [
    {
      key: 'dissolution',
      minimum: 'admin',
      title: 'Parliament is dissolved',
      isOn: isDissolved,
      effect: `Before a general election nobody is an MP. None of the ${number.format(members)} MPs is named, no message is offered in any of the 650 constituencies, nothing is counted, and ${count(publishedMps, 'MP on the wall is', 'MPs on the wall are')} called a former MP.`,
      on: 'Dissolve: stop all messages',
      off: 'Parliament sits again: offer messages',
      wayBack: 'You can turn it back here, or undo it in the activity log.',
      banner: 'Parliament is dissolved on this site: no messages are offered and nothing is counted.',
    },
    {
      key: 'letters',
      minimum: 'publisher',
      title: 'Sending letters is paused',
      isOn: letters.isPaused,
      effect: `${letters.isOn ? 'Pages no longer offer to send a letter from here' : 'Pages don’t offer to send a letter from here anyway'}, and nothing leaves until someone goes on: ${count(letters.waiting, 'confirmed letter waits', 'confirmed letters wait')}. Nothing confirmed is lost.`,
      on: 'Pause: send nothing',
      off: 'Go on sending',
      // The log has no Undo for it.
      wayBack: letters.isPaused ? 'You can pause it again here.' : 'You can switch it on again here.',
      banner: 'Sending letters is paused: confirmed letters wait, and pages don’t offer it.',
    },
    {
      key: 'wall',
      minimum: 'admin',
      title: 'The wall is empty',
      isOn: published === 0,
      effect:
        published === 0
          ? `No supporter is shown. ${count(hidden, 'supporter is', 'supporters are')} hidden: publish those you want back in the list of supporters, or undo the emptying in the activity log.`
          : `Hides ${number.format(published)}: the public wall will be empty. Nothing is deleted.`,
      on: `Hide ${number.format(published)}: empty the wall`,
      off: null,
      wayBack: 'You can undo it in the activity log.',
      banner: 'The public wall is empty: no supporter is published.',
    },
  ]
}
