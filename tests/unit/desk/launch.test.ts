import { expect, test } from 'vitest'
import { composeLaunchSteps, type LaunchFacts } from '@/lib/desk/model/launch'

const now = new Date('2026-11-26T10:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const ready: LaunchFacts = {
  siteUrl: 'https://futures.example',
  organisation: 'Example Charity',
  contact: 'hello@charity.example',
  mailServer: 'mail.example:465',
  mail: { succeededAt: hoursAgo(1), detail: 'mail.example:465', problem: null },
  ministerName: 'Ann Example',
  directory: { checkedAt: hoursAgo(20), source: 'parliament' },
  postcodes: { lastDay: '2026-08-31', isToDo: false },
  brokenMessages: 0,
  isRehearsal: false,
  backupAt: hoursAgo(5),
  restoredAt: hoursAgo(30),
}
const missing = (facts: Partial<LaunchFacts>) =>
  composeLaunchSteps({ ...ready, ...facts }, now).flatMap(({ title, isDone }) => (isDone ? [] : [title]))

test('a site with everything is ready', () => {
  expect(missing({})).toEqual([])
})

test.each<[Partial<LaunchFacts>, string]>([
  [{ siteUrl: 'http://localhost:3000' }, 'Serve the site over https'],
  [{ organisation: '' }, 'Say who runs the site'],
  [{ contact: '' }, 'Give a contact email'],
  [{ mail: null }, 'Test the mail'],
  [{ mailServer: 'another.example:465' }, 'Test the mail'],
  [{ mail: { succeededAt: hoursAgo(1), detail: 'mail.example:465', problem: 'no' } }, 'Test the mail'],
  [{ mailServer: '', mail: { succeededAt: hoursAgo(1), detail: 'mail.example:465', problem: null } }, 'Test the mail'],
  [{ ministerName: null }, 'Name the minister'],
  [{ directory: { checkedAt: hoursAgo(50), source: 'parliament' } }, 'Bring the list of MPs up to date'],
  [{ directory: { checkedAt: hoursAgo(1), source: 'seed' } }, 'Bring the list of MPs up to date'],
  [{ directory: null }, 'Bring the list of MPs up to date'],
  [{ postcodes: { lastDay: '2025-02-28', isToDo: true } }, 'Have a recent list of postcodes'],
  [{ brokenMessages: 2 }, 'Check the messages of all constituencies'],
  [{ isRehearsal: true }, 'End the rehearsal'],
  [{ restoredAt: null }, 'Restore a backup once'],
])('%o is missing something', (facts, title) => {
  expect(missing(facts)).toEqual([title])
})

test('a restored database counts as backed up, though it is from before its backup was recorded', () => {
  expect(missing({ backupAt: null })).toEqual([])
  expect(missing({ backupAt: null, restoredAt: null })).toEqual(['Make a backup', 'Restore a backup once'])
})
