/** Thrown when files cannot make an index; the message says which file and why. Nothing was replaced. */
export class PostcodeSourceError extends Error {
  override name = 'PostcodeSourceError'
}
