const addressedByFirstName = new Set(['Sir', 'Dame'])
const addressedByLastName = new Set(['Dr', 'Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Professor'])

/**
 * How a letter to a Member begins, from the name as Parliament displays it: "Dear Sir Keir",
 * "Dear Dr Huq", and the whole name where no title is known, since a title is never guessed.
 * @param displayName for example "Sir Keir Starmer"
 */
export function composeSalutation(displayName: string): string {
  const name = displayName.trim()
  const [title = '', first, ...others] = name.split(/\s+/)
  if (first && addressedByFirstName.has(title)) return `Dear ${title} ${first}`
  // Nothing tells a middle name from a double surname, so all that follows the first name is kept.
  if (first && addressedByLastName.has(title)) return `Dear ${title} ${others.join(' ') || first}`
  return `Dear ${name}`
}

/**
 * The initials of a display name without its title, first and last: "KS" for "Sir Keir Starmer". Letters
 * beyond A to Z count, and a name of one word gives one.
 */
export function composeInitials(displayName: string): string {
  const [first = '', ...others] = displayName
    .trim()
    .split(/\s+/)
    .filter((word) => !addressedByFirstName.has(word) && !addressedByLastName.has(word))
  return [first, others.at(-1) ?? ''].map(([letter = '']) => letter.toUpperCase()).join('')
}
