import 'server-only'
import { isAtLeast, type Role } from '../staff/model/staff'
import { readLetterSettings } from './data/settings'
import { findErasureAlarm } from './erase'
import { listFailingAddresses } from './show-desk'

/** What there is to do about letters for someone with this role, for the desk’s first page. */
export async function listLetterTasks(role: Role): Promise<{ text: string; href: string }[]> {
  if (!isAtLeast(role, 'publisher')) return []
  const [alarm, addresses, { isOn, isPaused }] = await Promise.all([
    findErasureAlarm(),
    listFailingAddresses(),
    readLetterSettings(),
  ])
  const failing = addresses.filter(({ isFlagged }) => isFlagged).length
  return [
    alarm !== null && { text: alarm, href: '/staff/letters' },
    isOn && isPaused && { text: 'Sending letters is paused, so confirmed letters wait.', href: '/staff/letters' },
    failing > 0 && {
      text:
        failing === 1
          ? 'Letters were refused at the email address of 1 MP. Check it, and correct it in the directory.'
          : `Letters were refused at the email addresses of ${failing} MPs. Check them, and correct them in the directory.`,
      href: '/staff/letters',
    },
  ].filter((task) => task !== false)
}
