/** How often one visitor may do something. `key`: what is counted; `isPublic`: everyone may do it, not only staff. */
export type Limit = { key: string; perMinute: number; perHour: number; isPublic: boolean }
