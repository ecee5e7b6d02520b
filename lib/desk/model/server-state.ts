import type { ListAge } from '@/lib/postcodes/model/list-age'
import { formatMoment, formatShortDay, toUkDay } from '@/lib/shared/model/uk-time'

/** How a part of the server stands, and what its operator can do. */
export type ServerPart = {
  id: 'postcodes' | 'backups' | 'mail' | 'visitors' | 'database'
  title: string
  /** A sentence or two, also under To do when there is something to do. */
  state: string
  isToDo: boolean
  steps: string[]
  isForAdmins: boolean
}

type Task = { startedAt: Date; succeededAt: Date | null; detail: string; problem: string | null } | null

/** What the parts depend on. */
export type ServerFacts = {
  /** Null when the list can’t be read. */
  postcodes: ListAge | null
  isBackupOn: boolean
  backup: Task
  /** Host and port; empty without one. */
  mailServer: string
  check: Task
  /** What is wrong with the addresses of visitors; null when nothing is. */
  visitorsAdvice: string | null
}

const dayMs = 86_400_000
const maxBackupAgeDays = 7

/** The parts, in the order of the page. */
export function composeServerParts(facts: ServerFacts, now: Date): ServerPart[] {
  const { postcodes, mailServer, check, visitorsAdvice } = facts
  return [
    {
      id: 'postcodes',
      title: 'List of postcodes',
      state: postcodes
        ? `The list of postcodes is from ${formatShortDay(postcodes.lastDay)}. A newer one is due after ${formatShortDay(postcodes.dueAfter)}.`
        : 'The list of postcodes can’t be read, so no postcode finds its MP.',
      isToDo: postcodes?.isToDo ?? true,
      steps: [
        'Download the “ONS Postcode Directory” (zip) from geoportal.statistics.gov.uk.',
        'Where the site runs: npm run postcodes:build -- FILE.zip. A wrong list is refused.',
        'Restart the site.',
      ],
      isForAdmins: false,
    },
    {
      id: 'backups',
      title: 'Backups',
      ...describeBackups(facts, now),
      steps: [
        'Set BACKUP_DIR to a folder on another disk, and restart the site: it makes one every day and keeps the newest.',
        'By hand, while the site runs: npm run backup -- FILE. Letters that wait to be sent are in no backup.',
        'To go back to one: stop the site, npm run restore -- FILE, start it.',
      ],
      isForAdmins: true,
    },
    {
      id: 'mail',
      title: 'Mail',
      state:
        mailServer === ''
          ? 'No mail server is set (SMTP_URL): links to sign in are only written into files on the server.'
          : `Mail goes through ${mailServer}.`,
      isToDo: mailServer === '',
      steps: [
        'Set SMTP_URL to your mail server and MAIL_FROM to the address that mails come from, and restart the site.',
        'Send yourself a test mail from the launch checklist, and look whether it arrives.',
      ],
      isForAdmins: true,
    },
    {
      id: 'visitors',
      title: 'Visitors’ addresses',
      state: visitorsAdvice ?? 'Known, so one visitor’s limits don’t hold up another.',
      isToDo: visitorsAdvice !== null,
      steps: [],
      isForAdmins: true,
    },
    {
      id: 'database',
      title: 'Database',
      state: check?.problem
        ? `The daily check on ${toUkDay(check.startedAt)} found damage: ${check.problem}. Restore the last good backup.`
        : check?.succeededAt
          ? `Checked for damage on ${formatMoment(check.succeededAt)}: in order.`
          : 'Not checked for damage yet. That is done once a day.',
      isToDo: check !== null && check.problem !== null,
      steps: ['To check it now: npm run database:check.'],
      isForAdmins: true,
    },
  ]
}

function describeBackups({ isBackupOn, backup }: ServerFacts, now: Date): { state: string; isToDo: boolean } {
  const last = backup?.succeededAt ? ` The last one, on ${formatMoment(backup.succeededAt)}: ${backup.detail}.` : ''
  if (backup !== null && backup.problem !== null)
    return {
      state: `The last backup, on ${toUkDay(backup.startedAt)}, failed: ${backup.problem}.${last}`,
      isToDo: true,
    }
  if (isBackupOn) return { state: `The site makes them by itself.${last || ' None is made yet.'}`, isToDo: false }
  const isOld = (backup?.succeededAt ?? new Date(0)) < new Date(now.getTime() - maxBackupAgeDays * dayMs)
  return {
    state: isOld
      ? `Backups aren’t switched on (BACKUP_DIR), and nobody has made one by hand in the last ${maxBackupAgeDays} days. If the disk fails, every count is lost.`
      : `Backups aren’t switched on (BACKUP_DIR).${last}`,
    isToDo: isOld,
  }
}
