import type { Limit } from '../../shared/model/limits'

/**
 * Rate limits for letters that the site sends, in two windows each: against using us to flood someone’s mailbox, ours or
 * an MP’s. `address` is the email address as typed, `mailbox` what it leads to, so that plus-addresses are one.
 */
export const letterLimits = {
  fromConnection: {
    key: 'letterFromConnection',
    name: 'have us send a letter',
    perMinute: 10,
    perHour: 60,
    isPublic: true,
  },
  forAddress: { key: 'letterForAddress', perMinute: 2, perHour: 6, isPublic: false },
  forMailbox: { key: 'letterForMailbox', perMinute: 3, perHour: 8, isPublic: false },
  forMp: { key: 'letterForMp', perMinute: 120, perHour: 2_000, isPublic: false },
  answer: { key: 'letterAnswer', name: 'use a link about a letter', perMinute: 30, perHour: 300, isPublic: true },
} as const satisfies Record<string, Limit & { name?: string }>
