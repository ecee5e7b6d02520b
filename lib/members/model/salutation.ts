const addressedByFirstName = new Set(['Sir', 'Dame'])
const addressedByLastName = new Set(['Dr', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Professor'])

/**
 * The opening of a letter to a Member, from their display name: "Dear Sir Keir", "Dear Dr Huq". Uses the whole
 * name when it has no known title; never guesses one.
 * @param displayName for example "Sir Keir Starmer"
 */
export function composeSalutation(displayName: string): string {
  const name = displayName.trim()
  const [title = '', first, ...others] = name.split(/\s+/)
  if (first && addressedByFirstName.has(title)) return `Dear ${title} ${first}`
  // A middle name looks just like a double-barrelled surname, so keep everything after the first name.
  if (first && addressedByLastName.has(title)) return `Dear ${title} ${others.join(' ') || first}`
  return `Dear ${name}`
}

/**
 * First and last initials of a display name, without its title: "KS" for "Sir Keir Starmer". Letters beyond A
 * to Z count, and a single-word name gives one initial.
 */
export function composeInitials(displayName: string): string {
  const [first = '', ...others] = displayName
    .trim()
    .split(/\s+/)
    .filter((word) => !addressedByFirstName.has(word) && !addressedByLastName.has(word))
  return [first, others.at(-1) ?? ''].map(([letter = '']) => letter.toUpperCase()).join('')
}
