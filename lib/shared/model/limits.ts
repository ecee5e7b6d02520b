/**
 * How often one visitor can do something. `key` names what is counted; `isPublic`: open to everyone, not only staff.
 */
export type Limit = { key: string; perMinute: number; perHour: number; isPublic: boolean }
