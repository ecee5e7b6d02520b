/** The ways in which a visitor takes a message away. */
export const channels = ['x', 'bluesky', 'email', 'letter', 'copy'] as const

export type Channel = (typeof channels)[number]
