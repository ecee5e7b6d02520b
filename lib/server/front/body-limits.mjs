/**
 * How large a body can be: its bytes in total, the bytes of its text fields, the values in its JSON, the fields of a
 * form.
 * @typedef {{
 *   maxBytes: number,
 *   maxTextBytes: number,
 *   maxValues: number,
 *   maxFields: number,
 *   takesFiles: boolean,
 * }} BodyLimits
 */

/** @type {BodyLimits} */
export const everybody = {
  maxBytes: 100_000,
  maxTextBytes: 100_000,
  maxValues: 2_000,
  maxFields: 100,
  takesFiles: false,
}

// A list at the desk has a checkbox for each of its 500 rows.
const maxDeskFields = 600

// A 5 MB logo or list. Without JavaScript, applying a checked list sends back the rows that were shown.
const fileForms = /^\/staff\/(?:settings|supporters\/(?:import|new|\d{1,9})|api\/import\/(?:check|apply))$/
const withFile = { maxBytes: 6_000_000, maxTextBytes: 2_000_000, maxValues: 25_000 }

// Three versions of a letter of 10,000 characters in the form, and three in the previous answer.
const messageForms = /^\/staff\/messages\/(?:new|\d{1,9})$/
const withMessages = { maxBytes: 300_000, maxTextBytes: 300_000 }

/**
 * How much can be sent to a page: more than usual only where a form needs it, and only by someone who is
 * signed in.
 * @param {string} path
 * @param {() => Promise<boolean>} isSignedIn only called where it matters
 * @returns {Promise<BodyLimits & { isSignInMissing: boolean }>} `isSignInMissing`: signing in would allow more
 */
export async function findBodyLimits(path, isSignedIn) {
  const takesFiles = fileForms.test(path)
  const common = { ...everybody, takesFiles, ...(path.startsWith('/staff/') && { maxFields: maxDeskFields }) }
  const more = takesFiles ? withFile : messageForms.test(path) ? withMessages : null
  const isGranted = more !== null && (await isSignedIn())
  return { ...common, ...(isGranted ? more : {}), isSignInMissing: more !== null && !isGranted }
}
