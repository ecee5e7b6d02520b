/** Postcodes and constituencies for the browser tests, with MPs as in the committed facts. */
export const manchester = { postcode: 'M1 1AE', slug: 'manchester-central', name: 'Manchester Central' }
/** Made vacant before the main site starts. */
export const vacantSeat = { postcode: 'GU14 7QU', slug: 'aldershot', name: 'Aldershot' }
/** A terminated postcode in the recorded postcodes.io responses. */
export const retired = { postcode: 'AB1 0AA', link: '/take-action/aberdeen-south' }
/** The letter O instead of the number 0; only one reading is a live postcode. */
export const ambiguous = { typed: 'M2O 1AA', postcode: 'M20 1AA', link: '/take-action/manchester-withington' }
/** Constituencies by how their MP can be contacted. */
export const reach = {
  xAndBluesky: { slug: 'ashford', name: 'Sojan Joseph', x: 'sojanuk', bluesky: 'sojanjosephmp.bsky.social' },
  noEmail: { slug: 'new-forest-east', name: 'Sir Julian Lewis' },
}
/** The supporter wall of the offline site. */
export const crowd = { size: 500, withLogo: 'Has a Logo', withLostLogo: 'Lost Its Logo' }
