const maxNamed = 3

/**
 * Why a list's constituencies aren't the 650 that we know, such as those of 2010; null when they are. With other codes
 * no postcode would lead to an MP.
 * @param codes the ONS codes in the list, without Northern Ireland's
 * @param constituencies the codes of all 650
 */
export function findForeignCodes(
  codes: readonly string[],
  constituencies: ReadonlySet<string>,
  { sources, isSmallAllowed }: { sources: readonly string[]; isSmallAllowed: boolean },
): string | null {
  const list = sources.join(', ')
  const foreign = codes.filter((code) => !constituencies.has(code)).sort()
  if (foreign.length > 0) {
    return `${list} does not have the 650 constituencies of 2024: ${describe(foreign)} ${foreign.length === 1 ? 'is not one' : 'are not among them'}. It may be an edition with those of 2010. Use one from August 2024 or later.`
  }
  const present = new Set(codes)
  const missing = [...constituencies].filter((code) => !code.startsWith('N') && !present.has(code)).sort()
  if (missing.length === 0 || isSmallAllowed) return null
  return `${list} does not have the 650 constituencies of 2024: it has no postcode in ${describe(missing)}.`
}

function describe(codes: readonly string[]): string {
  const more = codes.length - maxNamed
  return codes.slice(0, maxNamed).join(', ') + (more > 0 ? ` and ${more} more codes` : '')
}
