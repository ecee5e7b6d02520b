// Accepts what a browser sends to one of our server actions, in React's format, and nothing else. React's
// own parser accepts far more (references to other actions, streams, classes), throws on what it can't
// parse, and has had vulnerabilities, so it only gets what our forms can produce.

import { everybody } from './body-limits.mjs'
import { readMultipart } from './multipart.mjs'
import { isSmallJson, parseJson } from './small-json.mjs'

/** @typedef {import('./body-limits.mjs').BodyLimits} BodyLimits */
/** @typedef {import('./multipart.mjs').Fields} Fields */

// The deepest value in a form state is a list of seats.
const deepest = 8
const maxArguments = 4
// Next rejects URL-encoded forms, and reads everything else as text.
const plainText = /^text\/plain(?:;|$)/

/**
 * Checks the body of a POST to a server action.
 * @param {string | undefined} id the Next-Action header, which is missing without JavaScript
 * @param {string} contentType
 * @param {Buffer} body
 * @param {BodyLimits} [limits]
 * @returns {string | null} the action's id; null when none of our forms would send this
 */
export function readActionId(id, contentType, body, limits = everybody) {
  if (!contentType.startsWith('multipart/form-data')) {
    const isArgumentList = id !== undefined && body.length <= limits.maxTextBytes && plainText.test(contentType)
    return isArgumentList && isArguments(body.toString(), limits, 0) ? id : null
  }
  const fields = readMultipart(contentType, body, limits)
  if (!fields) return null
  if (id === undefined) return readPlainId(fields, limits)
  return isScripted(fields, limits) ? id : null
}

/**
 * Without JavaScript the action and its state come in hidden fields: the action's number on the page, its
 * id, the previous state, and where on the page the state belongs.
 * @param {Fields} fields
 * @param {BodyLimits} limits
 */
function readPlainId(fields, limits) {
  const [reference = '', ...rest] = [...fields.keys()].filter((name) => name.startsWith('$ACTION_'))
  const at = /^\$ACTION_REF_(\d{1,3})$/.exec(reference)?.[1]
  const expected = [`$ACTION_${at}:0`, `$ACTION_${at}:1`, '$ACTION_KEY']
  if (textOf(fields, reference) !== '' || rest.join() !== expected.join()) return null
  const [, id] = /^\{"id":"([0-9a-f]+)","bound":"\$@1"\}$/.exec(textOf(fields, `$ACTION_${at}:0`) ?? '') ?? []
  // A place in the page's tree, or the page that answers the form (useActionState's permalink).
  const isKey = /^(?:k[0-9a-f]+|p\/[a-z-]{1,40})$/.test(textOf(fields, '$ACTION_KEY') ?? '')
  return id && isKey && isArguments(textOf(fields, `$ACTION_${at}:1`), limits) ? id : null
}

/**
 * With JavaScript, `0` holds the arguments. One of them is the form, and its fields follow.
 * @param {Fields} fields
 * @param {BodyLimits} limits
 */
function isScripted(fields, limits) {
  return (
    [...fields.keys()].every((name) => name === '0' || name.startsWith('_1_')) &&
    isArguments(textOf(fields, '0'), limits)
  )
}

/** @param {Fields} fields @param {string} name @returns null for a file, which none of these ever is */
function textOf(fields, name) {
  const field = fields.get(name)
  return field && field.filename === null ? field.value.toString() : null
}

/**
 * @param {string | null} json
 * @param {BodyLimits} limits
 * @param {number} [fewest] 1 for a form, which always sends its state; 0 for an action without parameters
 */
function isArguments(json, { maxValues }, fewest = 1) {
  if (json === null || !isSmallJson(json, { maxValues, maxDepth: deepest })) return false
  const value = parseJson(json)
  return Array.isArray(value) && value.length >= fewest && value.length <= maxArguments && isPlain(value, deepest)
}

// In React's format a dollar sign starts a reference. A string that begins with one gets a second, and the
// form, as the second argument, is $K1.
const reference = /^\$(?!\$|undefined$|K1$)/

/** @param {unknown} value @param {number} depth @returns {boolean} */
function isPlain(value, depth) {
  if (typeof value === 'string') return !reference.test(value)
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.entries(value).every(([name, each]) => name !== '__proto__' && isPlain(each, depth - 1))
}
