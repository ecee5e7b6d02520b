import { type OrganisationLogo, parseOrganisationLogo } from './organisation-logo'

/** Who runs this copy of the site, as staff save it; null where nothing is said. */
export type OrganisationSettings = {
  organisationName: string | null
  organisationKind: string | null // as a sentence goes on: a children’s rights charity
  charityNumber: string | null
  organisationAddress: string | null
  organisationUrl: string | null // https
  contactEmail: string | null
  pressEmail: string | null
  dataController: string | null
  privacyEmail: string | null
  organisationLogo: string | null // its name
}

/** A value for each of the organisation’s settings, from its name. */
export function mapOrganisation<Value>(
  give: (name: keyof OrganisationSettings) => Value,
): Record<keyof OrganisationSettings, Value> {
  return {
    organisationName: give('organisationName'),
    organisationKind: give('organisationKind'),
    charityNumber: give('charityNumber'),
    organisationAddress: give('organisationAddress'),
    organisationUrl: give('organisationUrl'),
    contactEmail: give('contactEmail'),
    pressEmail: give('pressEmail'),
    dataController: give('dataController'),
    privacyEmail: give('privacyEmail'),
    organisationLogo: give('organisationLogo'),
  }
}

/** Nothing is set until staff say who runs the site. */
export const noOrganisation: OrganisationSettings = mapOrganisation(() => null)

/** Who runs this copy of the site, as pages show it. The emails are '' where there is none. */
export type Organisation = {
  /** `unknown` while the settings can't be read: then pages say neither who it is nor that nobody is named. */
  status: 'set' | 'not-set' | 'unknown'
  name: string
  kind: string | null
  charityNumber: string | null
  address: string | null
  url: string | null
  email: string
  pressEmail: string
  /** Who answers for personal data. */
  controller: string
  privacyEmail: string
  logo: OrganisationLogo | null
}

/**
 * The organisation with what follows from the rest filled in.
 * @param contactEmail the server's own, used until staff set one; '' for none
 */
export function composeOrganisation(settings: OrganisationSettings, contactEmail: string): Organisation {
  const { organisationName, organisationKind, charityNumber, organisationAddress, organisationUrl } = settings
  const email = settings.contactEmail ?? contactEmail
  return {
    status: organisationName === null ? 'not-set' : 'set',
    name: organisationName ?? '',
    kind: organisationKind,
    charityNumber,
    address: organisationAddress,
    url: organisationUrl,
    email,
    pressEmail: settings.pressEmail ?? '',
    controller: settings.dataController ?? organisationName ?? '',
    privacyEmail: settings.privacyEmail ?? email,
    logo: parseOrganisationLogo(settings.organisationLogo),
  }
}

/** Who started the campaign, whoever runs this copy of its site. */
export const startedBy =
  'The campaign was started by ECPAT UK (Every Child Protected Against Trafficking), a children’s rights charity.'

/** What pages say until staff have said who runs the site. */
export const notLaunched =
  'Not yet launched: nobody has said yet who runs this copy of the site. Please don’t share it or rely on it until it says who does.'

/** Who runs the site, in a sentence: "Stable Futures is run by Example, a children’s rights charity (charity number 123)." */
export function describeOrganisation({ name, kind, charityNumber }: Organisation): string {
  const registered = charityNumber ? ` (registered charity number ${charityNumber})` : ''
  return `This site is run by ${name}${kind ? `, ${kind}` : ''}${registered}.`
}
