const openGovernment = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
const openFont = 'https://openfontlicense.org'

/** Credits for the data and fonts the site uses, with the licences that require them. */
export const credits: { what: string; who: string; licence: string; href: string | null }[] = [
  {
    what: 'Members of Parliament and their contact details',
    who: 'UK Parliament, Members API',
    licence: 'Open Parliament Licence v3.0',
    href: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/',
  },
  { what: 'Bluesky handles and some X handles', who: 'mySociety', licence: 'with thanks', href: null },
  {
    what: 'Postcodes of Great Britain',
    who: 'Contains OS data © Crown copyright and database right, Royal Mail data © Royal Mail copyright and database right, and National Statistics data © Crown copyright and database right',
    licence: 'Open Government Licence v3.0',
    href: openGovernment,
  },
  {
    what: 'Postcodes by constituency of 2024',
    who: 'mySociety',
    licence: 'CC BY 4.0',
    href: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    what: 'Postcodes of Northern Ireland and new ones',
    who: 'postcodes.io',
    licence: 'with thanks',
    href: 'https://postcodes.io',
  },
  {
    what: 'Which constituencies are neighbours',
    who: 'Office for National Statistics, boundaries of July 2024. Contains OS data © Crown copyright and database right',
    licence: 'Open Government Licence v3.0',
    href: openGovernment,
  },
  { what: 'Regions', who: 'Open Innovations, hex map of the 2024 constituencies', licence: 'with thanks', href: null },
  {
    what: 'Display typeface',
    who: 'Bricolage Grotesque, The Bricolage Grotesque Project Authors',
    licence: 'SIL Open Font License 1.1',
    href: openFont,
  },
  {
    what: 'Text typeface',
    who: 'Atkinson Hyperlegible Next, Braille Institute of America',
    licence: 'SIL Open Font License 1.1',
    href: openFont,
  },
]
