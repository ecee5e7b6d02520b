// What a browser sends to a server action of ours, in React's format, and nothing else. React's own
// reader takes much more (references to other actions, streams, classes), throws at what it cannot
// read, and has had holes: what no form of ours makes does not reach it.

import { randomUUID } from 'node:crypto'

/** @typedef {{ id: string, contentType: string, body: Buffer }} Action */

// A form state holds a list of seats at most.
const deepest = 8
const mostArguments = 4
const mostFields = 100
// A list of staff has a box for each of its rows.
const mostStaffFields = 600
const textType = 'text/plain;charset=UTF-8'

/**
 * Reads the body of a POST to a server action, and writes it anew, so that no two readers can take it
 * for different things.
 * @param {string | undefined} id what the header Next-Action says; without JavaScript there is none
 * @param {string} contentType
 * @param {Buffer} body
 * @param {{ takesFiles?: boolean }} [options] whether it comes from a page of staff, where a field may be a file, and there may be many
 * @returns {Promise<Action | null>} null when no form of ours sends that
 */
export async function readActionBody(id, contentType, body, { takesFiles = false } = {}) {
  if (!contentType.startsWith('multipart/form-data')) {
    return id !== undefined && isArguments(body.toString(), 0) ? { id, contentType: textType, body: Buffer.from(body.toString()) } : null
  }
  const fields = await readFields(contentType, body, takesFiles)
  const known = fields && (id === undefined ? readPlainId(fields) : isScripted(fields) ? id : null)
  return known ? { id: known, ...(await write(fields)) } : null
}

/** @typedef {Map<string, FormDataEntryValue>} Fields */

/** @param {string} contentType @param {Buffer} body @param {boolean} takesFiles @returns {Promise<Fields | null>} null also when a field comes twice, or is a file where none is taken */
async function readFields(contentType, body, takesFiles) {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData().catch(() => null)
  /** @type {Fields} */
  const fields = new Map()
  for (const [name, value] of form ?? []) {
    if ((typeof value !== 'string' && !takesFiles) || fields.has(name) || fields.size === (takesFiles ? mostStaffFields : mostFields)) return null
    fields.set(name, value)
  }
  return form && fields
}

// Not by FormData and Response, which take ten times as long.
/** @param {Fields} fields */
async function write(fields) {
  const boundary = `----${randomUUID()}`
  const parts = []
  for (const [name, value] of fields) {
    const isText = typeof value === 'string'
    // What a file says about itself is not to be believed, so its type is not passed on.
    const file = isText ? '' : `; filename="${escape(value.name)}"\r\nContent-Type: application/octet-stream`
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"${file}\r\n\r\n`, isText ? value : new Uint8Array(await value.arrayBuffer()), '\r\n')
  }
  const body = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)))
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}

/** @param {string} name as the HTML standard has it in a multipart body */
function escape(name) {
  return name.replace(/[\r\n"]/g, encodeURIComponent)
}

/**
 * Without JavaScript the action and its state come in hidden fields: which of the page's actions it is,
 * its id, the state before, and where on the page the state belongs.
 * @param {Fields} fields
 */
function readPlainId(fields) {
  const [[reference = '', none] = [], ...rest] = [...fields].filter(([name]) => name.startsWith('$ACTION_'))
  const at = /^\$ACTION_REF_(\d{1,3})$/.exec(reference)?.[1]
  const expected = [`$ACTION_${at}:0`, `$ACTION_${at}:1`, '$ACTION_KEY']
  if (none !== '' || rest.map(([name]) => name).join() !== expected.join()) return null
  const [, id] = /^\{"id":"([0-9a-f]+)","bound":"\$@1"\}$/.exec(textOf(fields, `$ACTION_${at}:0`)) ?? []
  const isKey = /^k[0-9a-f]+$/.test(textOf(fields, '$ACTION_KEY'))
  return id && isKey && isArguments(textOf(fields, `$ACTION_${at}:1`)) ? id : null
}

/** With JavaScript, `0` has the arguments, one of which is the form, whose fields follow. @param {Fields} fields */
function isScripted(fields) {
  return [...fields.keys()].every((name) => name === '0' || name.startsWith('_1_')) && isArguments(textOf(fields, '0'))
}

/** @param {Fields} fields @param {string} name */
function textOf(fields, name) {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

/** @param {string} json @param {number} [fewest] a form comes with its state at least; an action that takes nothing is called with nothing */
function isArguments(json, fewest = 1) {
  const value = parse(json)
  return Array.isArray(value) && value.length >= fewest && value.length <= mostArguments && isPlain(value, deepest)
}

/** @param {string} json @returns {unknown} */
function parse(json) {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

// After a dollar sign React writes what it refers to: a text that begins with one has two, and the
// form that is the second argument is $K1.
const reference = /^\$(?!\$|undefined$|K1$)/

/** @param {unknown} value @param {number} depth @returns {boolean} */
function isPlain(value, depth) {
  if (typeof value === 'string') return !reference.test(value)
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.entries(value).every(([name, each]) => name !== '__proto__' && isPlain(each, depth - 1))
}
