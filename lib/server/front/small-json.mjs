/**
 * Whether a JSON text stays within a number of values and a depth of nesting. The scan costs a fraction of
 * parsing it, which could cost anything. It doesn't check that the text is valid JSON.
 * @param {string} text
 * @param {{ maxValues: number, maxDepth: number }} limits
 */
export function isSmallJson(text, { maxValues, maxDepth }) {
  let values = 1
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = endOfString(text, at)
    else if (code === 0x2c) values++
    else if (code === 0x5b || code === 0x7b) {
      values++
      if (++depth > maxDepth) return false
    } else if (code === 0x5d || code === 0x7d) depth--
    if (values > maxValues) return false
  }
  return true
}

/** @param {string} json @returns {unknown} undefined if it isn't JSON */
export function parseJson(json) {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * @param {string} text
 * @param {number} start where its opening quotation mark is
 * @returns where the string ends, or the end of the text if it never does
 */
function endOfString(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    if (code === 0x5c) at++
  }
  return text.length
}
