export type IndexFault = 'not_an_index' | 'wrong_version' | 'truncated' | 'damaged'

/** Thrown when bytes aren't a valid postcode index; `fault` says why. */
export class PostcodeIndexError extends Error {
  override name = 'PostcodeIndexError'
  constructor(
    readonly fault: IndexFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${message} Rebuild it with npm run postcodes:build.`, options)
  }
}
