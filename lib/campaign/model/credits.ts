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
  {
    what: 'Portraits of MPs',
    who: 'UK Parliament, cropped and made smaller',
    licence: 'CC BY 3.0',
    href: 'https://creativecommons.org/licenses/by/3.0/',
  },
  {
    what: 'Chairs of committees',
    who: 'UK Parliament, Committees API',
    licence: 'Open Parliament Licence v3.0',
    href: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/',
  },
  { what: 'Bluesky handles and some X handles', who: 'mySociety', licence: 'With thanks', href: null },
  {
    what: 'Postcodes of Great Britain',
    who: 'Contains OS data © Crown copyright and database right 2025; Royal Mail data © Royal Mail copyright and database right 2025; National Statistics data © Crown copyright and database right',
    licence: 'Open Government Licence v3.0',
    href: openGovernment,
  },
  {
    what: 'Postcodes by constituency of 2024',
    who: 'Derived with mySociety’s list: 1,716,639 postcodes as known in 2023; of newer ones, 23,983 by a ward whose postcodes are all in one constituency (99.98% right in a test), 3,558 by the eight nearest postcodes that agree (99.7%), and 257 that have moved to another ward, by that ward',
    licence: 'CC BY 4.0',
    href: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    what: 'Towns and villages',
    who: 'GeoNames',
    licence: 'CC BY 4.0',
    href: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    what: 'Wards and districts',
    who: 'Code-Point Open. Contains OS data © Crown copyright and database right 2025; Royal Mail data © Royal Mail copyright and database right 2025; National Statistics data © Crown copyright and database right',
    licence: 'Open Government Licence v3.0',
    href: openGovernment,
  },
  {
    what: 'Postcodes of Northern Ireland and new ones',
    who: 'postcodes.io',
    licence: 'With thanks',
    href: 'https://postcodes.io',
  },
  {
    what: 'Which constituencies are neighbours',
    who: 'Office for National Statistics, boundaries of July 2024. Contains OS data © Crown copyright and database right',
    licence: 'Open Government Licence v3.0',
    href: openGovernment,
  },
  { what: 'Regions', who: 'Open Innovations, hex map of the 2024 constituencies', licence: 'With thanks', href: null },
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
