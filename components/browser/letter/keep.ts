import { isEdited } from '@/lib/actions/model/typed'
import { normalisePostcode } from '@/lib/postcodes/model/form'
import { getTabItem, setTabItem } from '../tab-storage'
import { type LetterForm, readPart } from './form'

/** What this tab remembers of a constituency's page: only what differs from how the page came. */
type Kept = { fields: Record<string, string>; parts: Record<number, string> }

// Who the visitor is goes with them to another constituency; what they say about this one doesn't.
const shared = ['sender_name', 'sender_address', 'sender_postcode'] as const
const own = ['why_it_matters', 'local_link', 'post', 'subject'] as const
const nameOf = (slug: string) => `typed:${slug}`

/** Remembers what was typed, in this tab only. Where the browser stores nothing, it lasts as long as the page. */
export function keep({ slug, field, parts }: LetterForm): void {
  for (const name of shared) setTabItem(name, field(name).value || null)
  const kept: Kept = { fields: {}, parts: {} }
  for (const name of own) if (field(name).value !== field(name).defaultValue) kept.fields[name] = field(name).value
  parts.forEach((part, index) => {
    const { text, was } = readPart(part)
    if (isEdited({ text, was })) kept.parts[index] = text
  })
  const isEmpty = Object.keys(kept.fields).length + Object.keys(kept.parts).length === 0
  setTabItem(nameOf(slug), isEmpty ? null : JSON.stringify(kept))
}

/** Puts back what was typed before, into fields that still are as the page came. */
export function restore({ slug, field, parts }: LetterForm): void {
  const kept = parse(getTabItem(nameOf(slug)))
  for (const name of [...shared, ...own]) {
    const value = shared.some((each) => each === name) ? getTabItem(name) : kept.fields[name]
    const each = field(name)
    if (value !== undefined && value !== null && each.value === each.defaultValue)
      each.value = name === 'sender_postcode' ? normalisePostcode(value) : value
  }
  parts.forEach(({ area }, index) => {
    const text = kept.parts[index]
    if (text !== undefined && area.value === area.defaultValue) area.value = text
  })
}

function parse(json: string | null): Kept {
  try {
    const { fields, parts }: Partial<Kept> = Object(JSON.parse(json ?? '{}'))
    return { fields: Object(fields), parts: Object(parts) }
  } catch {
    return { fields: {}, parts: {} }
  }
}
