import { z } from 'zod'

/** The message that a page offered, as its form or its report says; null where it says none or nonsense. Not trusted. */
export const offeredRule = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null)
