/**
 * Whether a JSON text has at most so many values, nested at most so deep: a scan that costs a fraction of
 * parsing it, before which nobody knows what it will cost. Says nothing about whether it is JSON.
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

/** @param {string} text @param {number} start where its quotation mark is @returns where it ends; the text's end when it never does */
function endOfString(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    if (code === 0x5c) at++
  }
  return text.length
}
