/** The ways a visitor can take a message with them. */
export const channels = ['x', 'bluesky', 'email', 'letter', 'copy', 'facebook', 'threads', 'whatsapp', 'share'] as const

/** The channels' names, for staff. */
export const channelWords = {
  x: 'X',
  bluesky: 'Bluesky',
  email: 'Email',
  letter: 'Letter',
  copy: 'Copied',
  facebook: 'Facebook',
  threads: 'Threads',
  whatsapp: 'WhatsApp',
  share: 'Device’s share menu',
} as const satisfies Record<(typeof channels)[number], string>

export type Channel = (typeof channels)[number]
