/**
 * Makes something when it is first asked for, and then keeps it. For formatters: making one takes an old phone tens of
 * milliseconds, and most pages that could need one don't.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
