/** The logo of whoever runs the site: its address, and its size in pixels. */
export type OrganisationLogo = { src: string; width: number; height: number }

/** Where the logos are. */
export const organisationLogoFolder = '/about/logo'

const form = /^[0-9a-f]{32}-(\d{1,3})x(\d{1,3})$/

/** Whether a text has the form of a logo's name. */
export function isOrganisationLogoName(text: string): boolean {
  return form.test(text)
}

/** The name under which a logo is kept. @param hash of its bytes, 32 hexadecimal digits */
export function nameOrganisationLogo({ hash, width, height }: { hash: string; width: number; height: number }): string {
  return `${hash}-${width}x${height}`
}

/** The logo with a name; null for a text that is none. */
export function parseOrganisationLogo(name: string | null): OrganisationLogo | null {
  const found = form.exec(name ?? '')
  return found && { src: `${organisationLogoFolder}/${name}`, width: Number(found[1]), height: Number(found[2]) }
}
