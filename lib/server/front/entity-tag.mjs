// ETags, which tell us whether a visitor already has an answer.
import { createHash } from 'node:crypto'

const listed = /\s*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)/y

/**
 * A tag for some bytes. It is weak, since it is the same for every encoding of them.
 * @param {(string | Buffer)[]} parts
 */
export function composeTag(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}

/**
 * Whether If-None-Match includes a tag: `*`, or a list that contains it (weak comparison, RFC 9110,
 * section 13.1.2). A malformed list matches nothing.
 * @param {string | undefined} header
 * @param {string} tag
 */
export function isTagKnown(header, tag) {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  const plain = tag.replace(/^W\//, '')
  let isFound = false
  listed.lastIndex = 0
  while (listed.lastIndex < header.length) {
    const match = listed.exec(header)
    if (!match) return false
    isFound ||= match[1] === plain
  }
  return isFound
}
