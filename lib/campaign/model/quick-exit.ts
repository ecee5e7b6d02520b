/** Where “Leave site” leads: a page that nobody asks questions about, of a site that everybody knows. */
export const awayUrl = 'https://www.bbc.co.uk/weather'
