import { formatShortDay } from '@/lib/shared/model/uk-time'

/** What has to be true before a campaign is launched, as the program finds it. */
export type LaunchStep = {
  /** What to do, as a person would say it. */
  title: string
  isDone: boolean
  /** How it stands, or what is missing. */
  state: string
  /** The desk page where it is done; absent when it is done on the server. */
  href?: string
}

/** What the steps depend on. Dates are instants. */
export type LaunchFacts = {
  siteUrl: string
  organisation: string
  contact: string
  mailServer: string
  mail: { succeededAt: Date | null; detail: string; problem: string | null } | null
  ministerName: string | null
  directory: { checkedAt: Date; source: string } | null
  /** The last day of the list, YYYY-MM-DD, and whether the desk asks for a newer one. */
  postcodes: { lastDay: string; isToDo: boolean }
  brokenMessages: number
  /** Whether every letter goes to a mailbox of staff instead of an MP. */
  isRehearsal: boolean
  backupAt: Date | null
  restoredAt: Date | null
}

const dayMs = 86_400_000
const maxDirectoryDays = 2

/** The steps, in the order of the checklist. */
export function composeLaunchSteps(facts: LaunchFacts, now: Date): LaunchStep[] {
  const daysSince = (at: Date) => Math.floor((now.getTime() - at.getTime()) / dayMs)
  const { siteUrl, organisation, contact, mail, mailServer, ministerName, directory, backupAt, restoredAt } = facts
  const isMailTested = mail !== null && mail.succeededAt !== null && mail.problem === null && mail.detail === mailServer
  const isDirectoryFresh =
    directory !== null && directory.source !== 'seed' && daysSince(directory.checkedAt) < maxDirectoryDays
  const settings = { href: '/staff/settings' }
  return [
    {
      title: 'Serve the site over https',
      isDone: siteUrl.startsWith('https://'),
      state: siteUrl.startsWith('https://')
        ? siteUrl
        : `SITE_URL is ${siteUrl}. Set it to an https address and build again.`,
    },
    {
      title: 'Say who runs the site',
      isDone: organisation !== '',
      state: organisation || 'Every page says that the site isn’t launched yet.',
      ...settings,
    },
    {
      title: 'Give a contact email',
      isDone: contact !== '',
      state: contact || 'Nobody can write to the campaign, and there is no security.txt.',
      ...settings,
    },
    {
      title: 'Test the mail',
      isDone: isMailTested,
      state: isMailTested
        ? `${mailServer} accepted a test.`
        : mailServer === ''
          ? 'No mail server is set (SMTP_URL).'
          : (mail?.problem ?? `No test has gone through ${mailServer} yet.`),
      href: mailServer === '' ? '/staff/server#mail' : '/staff/launch#test-mail',
    },
    {
      title: 'Name the minister',
      isDone: ministerName !== null,
      state: ministerName ?? 'Messages give the title alone.',
      ...settings,
    },
    {
      title: 'Bring the list of MPs up to date',
      isDone: isDirectoryFresh,
      state: directory
        ? directory.source === 'seed'
          ? 'It is the list the site came with.'
          : `Checked with Parliament ${describeDays(daysSince(directory.checkedAt))}.`
        : 'It is empty.',
      href: '/staff/directory/syncs',
    },
    {
      title: 'Have a recent list of postcodes',
      isDone: !facts.postcodes.isToDo,
      state: `The list is from ${formatShortDay(facts.postcodes.lastDay)}.${facts.postcodes.isToDo ? ' Build a newer one.' : ''}`,
      href: '/staff/server#postcodes',
    },
    {
      title: 'Check the messages of all constituencies',
      isDone: facts.brokenMessages === 0,
      state: facts.brokenMessages === 0 ? 'Each can be sent.' : `${facts.brokenMessages} can’t be sent.`,
      href: '/staff/messages/proof',
    },
    {
      title: 'End the rehearsal',
      isDone: !facts.isRehearsal,
      state: facts.isRehearsal
        ? 'Every letter goes to your own mailbox instead of the MP.'
        : 'No letter is redirected.',
      href: '/staff/letters/settings',
    },
    {
      title: 'Make a backup',
      // A restored database is from before its own backup was recorded.
      isDone: backupAt !== null || restoredAt !== null,
      state: backupAt
        ? `Made ${describeDays(daysSince(backupAt))}.`
        : restoredAt
          ? 'One was restored.'
          : 'None has been made yet.',
      href: '/staff/server#backups',
    },
    {
      title: 'Restore a backup once',
      isDone: restoredAt !== null,
      state: restoredAt
        ? `Restored ${describeDays(daysSince(restoredAt))}.`
        : 'Nobody knows yet whether a backup can be restored.',
      href: '/staff/server#backups',
    },
  ]
}

function describeDays(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}
