import 'server-only'
import { writeOrganisationLogo } from '../campaign/data/logo'
import { nameOrganisationLogo } from '../campaign/model/organisation-logo'
import { readLogo } from '../supporters/read-logo'

export type OrganisationLogoAnswer = { outcome: 'kept'; name: string } | { outcome: 'refused'; message: string }

/**
 * Keeps an uploaded logo of whoever runs the site, drawn as the wall's logos are. Nothing shows it until the settings
 * name it.
 * @param bytes not trusted
 */
export async function saveOrganisationLogo(bytes: Uint8Array): Promise<OrganisationLogoAnswer> {
  const read = await readLogo(bytes)
  if (read.outcome === 'refused') return { outcome: 'refused', message: read.message }
  const name = nameOrganisationLogo(read.logo)
  await writeOrganisationLogo(name, read.logo.bytes)
  return { outcome: 'kept', name }
}
