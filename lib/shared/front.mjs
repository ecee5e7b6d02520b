// Which links of the chain before Next are there, as the settings name them. lib/server/front/chain.mjs has the links
// themselves.

/** Every link that FRONT_OFF can name, in the order of the chain. */
export const frontLinks = /** @type {const} */ ([
  'connections',
  'security-headers',
  'visitor-address',
  'source-tag',
  'forwarded-headers',
  'known-paths',
  'internal-headers',
  'methods',
  'parameters',
  'posts',
  'host',
  'files',
  'reports',
  'form-queue',
  'form-guard',
  'form-fallback',
])

/** @typedef {(typeof frontLinks)[number]} LinkName */

/**
 * The names in a list such as `files, host`.
 * @param {string} [setting]
 */
export function splitLinks(setting = '') {
  return setting
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** @param {string} name @returns {name is LinkName} */
export function isFrontLink(name) {
  return frontLinks.some((each) => each === name)
}
