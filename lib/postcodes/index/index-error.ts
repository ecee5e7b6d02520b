export type IndexFault = 'not_an_index' | 'wrong_version' | 'truncated' | 'damaged'

/** Thrown when bytes are no readable postcode index; `fault` says in which way. */
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
