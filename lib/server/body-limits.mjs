/**
 * What a body may hold: all its bytes, those of its texts, the values of a JSON text, the fields of a form.
 * @typedef {{ maxBytes: number, maxTextBytes: number, maxValues: number, maxFields: number, takesFiles: boolean }} BodyLimits
 */

/** @type {BodyLimits} */
export const everybody = { maxBytes: 100_000, maxTextBytes: 100_000, maxValues: 2_000, maxFields: 100, takesFiles: false }

// A list of the desk has a box for each of its 500 rows.
const maxDeskFields = 600

// A logo or a list of 5 MB. Without JavaScript a checked list comes back with the rows that were shown.
const fileForms = /^\/staff\/(?:supporters\/(?:import|\d{1,9})|api\/import\/(?:check|apply))$/
const withFile = { maxBytes: 6_000_000, maxTextBytes: 2_000_000, maxValues: 25_000 }

// Three versions of a letter of 10,000 characters in the form, and three in the answer before.
const messageForms = /^\/staff\/messages\/(?:new|\d{1,9})$/
const withMessages = { maxBytes: 300_000, maxTextBytes: 300_000 }

/**
 * How much may be sent to a page: more than everybody may send only where a form needs it, by somebody
 * who is signed in.
 * @param {string} path
 * @param {() => Promise<boolean>} isSignedIn asked only where it matters
 * @returns {Promise<BodyLimits & { isSignInMissing: boolean }>} `isSignInMissing`: whoever is signed in may send more
 */
export async function findBodyLimits(path, isSignedIn) {
  const takesFiles = fileForms.test(path)
  const common = { ...everybody, takesFiles, ...(path.startsWith('/staff/') && { maxFields: maxDeskFields }) }
  const more = takesFiles ? withFile : messageForms.test(path) ? withMessages : null
  const isGranted = more !== null && (await isSignedIn())
  return { ...common, ...(isGranted ? more : {}), isSignInMissing: more !== null && !isGranted }
}
