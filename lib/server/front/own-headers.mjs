// What the chain tells the site about a request, in headers that replace whatever a visitor sends under their names.
// app/read-visitor.ts reads them.

/** Carries the prefix of the visitor's address. */
export const addressHeader = 'x-visitor-address'

/** Carries the tag of the link that led here. */
export const sourceHeader = 'x-source-tag'
