/**
 * Thrown when files can't be made into an index; the message says which file and why. The existing index is
 * untouched.
 */
export class PostcodeSourceError extends Error {
  override name = 'PostcodeSourceError'
}
