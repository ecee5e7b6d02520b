/** The ways in which a visitor takes a message away. */
export const channels = ['x', 'bluesky', 'email', 'letter', 'copy'] as const

/** The channels in words, for staff. */
export const channelWords = {
  x: 'X',
  bluesky: 'Bluesky',
  email: 'Email',
  letter: 'Letter',
  copy: 'Copied',
} as const satisfies Record<(typeof channels)[number], string>

export type Channel = (typeof channels)[number]
