import 'server-only'
import { getDirectoryAge } from '../members/data/seats'
import { listWaiting } from './list-waiting'
import type { Attention } from './model/attention'
import { showServer } from './show-server'
import { countDesk, type DeskCounts } from './data/counts'
import { countHeld } from '../actions/data/held'
import { listCorrections } from '../members/data/corrections'
import { findUpkeep } from '../shared/database/upkeep'
import { isSettled } from '../members/model/desk-list'
import { isAtLeast, type Staff } from '../staff/model/staff'
import { getOrganisation } from '../campaign/get'
import { listLetterTasks } from '../letters/list-tasks'
import { listWallChanges } from '../supporters/review'

/** What the desk’s home page shows. */
export type Desk = DeskCounts & {
  directory: { checkedAt: Date; source: string } | null
  attention: Attention[]
}

const dayMs = 86_400_000

/** The state of the campaign for this member of staff, and what needs their attention. */
export async function getDesk(staff: Staff, now: Date): Promise<Desk> {
  const [waiting, counts, directory, wall, corrections, server, sync, held, organisation, letters] = await Promise.all([
    listWaiting(now),
    countDesk(staff.id, now),
    getDirectoryAge(),
    listWallChanges(),
    listCorrections(now),
    showServer(staff.role, now),
    findUpkeep('sync'),
    countHeld(),
    getOrganisation(),
    listLetterTasks(staff.role),
  ])
  const settled = corrections.filter(isSettled).length
  const ageDays = directory ? Math.floor((now.getTime() - directory.checkedAt.getTime()) / dayMs) : null
  const admin: (Attention | false)[] =
    staff.role !== 'admin'
      ? []
      : [
          organisation.status === 'not-set' && {
            text: 'Nobody has said who runs this site, so every page says that it isn’t launched yet. The launch checklist says what else is missing.',
            href: '/staff/launch',
          },
          counts.admins < 2 && {
            text: 'You are the only admin. If you lose your mail and your passkey, only the command line lets anybody in. Invite a second one.',
            href: '/staff/people',
          },
        ]
  const attention = [
    (ageDays === null || ageDays >= 2) && {
      text:
        ageDays === null
          ? 'The list of MPs is empty.'
          : `The list of MPs was last checked with Parliament ${ageDays} days ago.`,
      href: '/staff/directory/syncs',
    },
    sync !== null &&
      sync.problem !== null && {
        text: `${sync.problem}. Nothing was changed: look at it, and say whether it’s right.`,
        href: '/staff/directory/syncs',
      },
    wall.length > 0 && {
      text:
        wall.length === 1
          ? '1 change of an MP on the wall waits for an answer.'
          : `${wall.length} changes of MPs on the wall wait for an answer.`,
      href: '/staff/supporters/check',
    },
    held > 0 &&
      isAtLeast(staff.role, 'publisher') && {
        text:
          held === 1
            ? '1 message is waiting for a check, because so many came from the same connection.'
            : `${held} messages are waiting for a check, because so many came from the same connections.`,
        href: '/staff/figures/held',
      },
    settled > 0 && {
      text: settled === 1 ? '1 correction in the directory can go.' : `${settled} corrections in the directory can go.`,
      href: '/staff/directory?show=settled',
    },
    counts.drafts > 0 && {
      text:
        counts.drafts === 1
          ? '1 supporter is a draft, and not on the wall yet.'
          : `${counts.drafts} supporters are drafts, and not on the wall yet.`,
      href: '/staff/supporters?status=draft',
    },
    ...waiting,
    counts.passkeys === 0 && {
      text: 'You have no passkey yet. With one, you sign in without waiting for a mail.',
      href: '/staff/devices',
    },
    ...letters,
    ...admin,
    ...server.filter(({ isToDo }) => isToDo).map(({ id, state }) => ({ text: state, href: `/staff/server#${id}` })),
  ]
  return {
    ...counts,
    directory,
    attention: attention.filter((each) => each !== false),
  }
}
