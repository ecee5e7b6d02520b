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
