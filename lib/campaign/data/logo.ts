import 'server-only'
import { database } from '../../shared/database/client'

/** Keeps a logo under its name, until the settings name it and after. */
export async function writeOrganisationLogo(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const db = await database()
  await db.organisationLogo.upsert({ where: { name }, create: { name, bytes }, update: {}, select: { name: true } })
}

/** The bytes of a logo (WebP) by its name; null when there is none. */
export async function getOrganisationLogo(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const db = await database()
  const row = await db.organisationLogo.findUnique({ where: { name }, select: { bytes: true } })
  return row && new Uint8Array(row.bytes)
}
