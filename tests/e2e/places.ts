/** Postcodes and seats that the browser tests use; Members as in the committed facts. */
export const manchester = { postcode: 'M1 1AE', slug: 'manchester-central', name: 'Manchester Central' }
/** Made vacant before the main site starts. */
export const vacantSeat = { postcode: 'GU14 7QT', slug: 'aldershot', name: 'Aldershot' }
/** Known to the replayed postcodes.io as terminated. */
export const retired = { postcode: 'AB1 0AA', link: '/take-action/aberdeen-south' }
/** The letter O for the number 0; one reading is live. */
export const ambiguous = { typed: 'M2O 1AA', postcode: 'M20 1AA', link: '/take-action/manchester-withington' }
/** Seats by what their Member can be reached on. */
export const reach = {
  xAndBluesky: { slug: 'ashford', name: 'Sojan Joseph', x: 'sojanuk', bluesky: 'sojanjosephmp.bsky.social' },
  noEmail: { slug: 'new-forest-east', name: 'Sir Julian Lewis' },
}
/** The wall of supporters of the offline site. */
export const crowd = { size: 500, withLogo: 'Has a Logo', withLostLogo: 'Lost Its Logo' }
