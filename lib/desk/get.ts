import 'server-only'
import { getDirectoryAge } from '../members/data/seats'
import { listWaiting } from './list-waiting'
import type { Attention } from './model/attention'
import { countDesk, type DeskCounts } from './data/counts'
import { countHeld } from '../actions/data/held'
import { listCorrections } from '../members/data/corrections'
import { findUpkeep, type UpkeepState } from '../shared/database/upkeep'
import { formatShortDay, toUkDay } from '../shared/model/uk-time'
import { isSettled } from '../members/model/desk-list'
import { isAtLeast, type Staff } from '../staff/model/staff'
import { getOrganisation } from '../campaign/get'
import { env } from '../shared/env'
import { listLetterTasks } from '../letters/list-tasks'
import { listWallChanges } from '../supporters/review'
import { loadPostcodeIndex } from '../postcodes/index/load'
import { getListAge } from '../postcodes/model/list-age'
import { getUnknownVisitors } from '../shared/warn-of-unknown-visitors'

/** What the desk’s home page shows. `backup`, for admins only, is how the last one went. */
export type Desk = DeskCounts & {
  directory: { checkedAt: Date; source: string } | null
  backup: UpkeepState | null
  /** From when the list of postcodes is, and the day after which a newer one is due: YYYY-MM-DD. */
  postcodes: { lastDay: string; dueAfter: string } | null
  attention: Attention[]
}

const dayMs = 86_400_000
const maxBackupAgeDays = 7

/** The state of the campaign for this member of staff, and what needs their attention. */
export async function getDesk(staff: Staff, now: Date): Promise<Desk> {
  const [waiting, counts, directory, wall, corrections, check, backup, sync, held, organisation, letters] =
    await Promise.all([
      listWaiting(now),
      countDesk(staff.id, now),
      getDirectoryAge(),
      listWallChanges(),
      listCorrections(now),
      findUpkeep('check'),
      findUpkeep('backup'),
      findUpkeep('sync'),
      countHeld(),
      getOrganisation(),
      listLetterTasks(staff.role),
    ])
  const settled = corrections.filter(isSettled).length
  const ageDays = directory ? Math.floor((now.getTime() - directory.checkedAt.getTime()) / dayMs) : null
  const unknown = getUnknownVisitors(now)
  const postcodes = getPostcodesAge(now)
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
          check !== null &&
            check.problem !== null && {
              text: `The daily database check on ${toUkDay(check.startedAt)} found damage: ${check.problem}. Restore the last good backup.`,
            },
          backup !== null &&
            backup.problem !== null && {
              text: `The last backup, on ${toUkDay(backup.startedAt)}, failed: ${backup.problem}`,
            },
          env.BACKUP_DIR === '' &&
            (backup?.succeededAt ?? new Date(0)) < new Date(now.getTime() - maxBackupAgeDays * dayMs) && {
              text: `Backups aren’t switched on (BACKUP_DIR), and nobody has made one by hand in the last ${maxBackupAgeDays} days. If the disk fails, every count is lost.`,
            },
          env.SMTP_URL === '' && {
            text: 'No mail server is set (SMTP_URL): links to sign in are only written into files on the server.',
          },
          unknown !== null && unknown.reason !== 'local' && { text: unknown.advice },
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
    postcodes === null && {
      text: 'The list of postcodes cannot be read, so no postcode finds its MP. Build it again with npm run postcodes:build.',
    },
    postcodes?.isToDo && {
      text: `The list of postcodes is from ${formatShortDay(postcodes.lastDay)}. A newer one is due after ${formatShortDay(postcodes.dueAfter)}. “A newer list of postcodes” in the README says how to put it in.`,
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
  ]
  return {
    ...counts,
    directory,
    postcodes,
    backup: staff.role === 'admin' ? backup : null,
    attention: attention.filter((each) => each !== false && each !== undefined),
  }
}

function getPostcodesAge(now: Date) {
  try {
    return getListAge(loadPostcodeIndex().date, now, env.POSTCODES_MAX_AGE_DAYS)
  } catch {
    return null // health says why
  }
}
