import { isEdited } from '@/lib/actions/model/typed'
import { normalisePostcode } from '@/lib/postcodes/model/form'
import { getTabItem, homeIn, movingTo, setTabItem } from '../tab-storage'
import { type LetterForm, readPart } from './form'
import { offerReplaced, readReplaced } from './replaced'

/** What this tab remembers of a constituency's page: only what differs from how the page came. */
type Kept = {
  fields: Record<string, string>
  parts: Record<number, string>
  /** What “Start this part again” replaced, until it is brought back. */
  replaced: Record<number, string>
}

// Who the visitor is goes with them to another constituency; where they live doesn't, nor what they say about this one.
const shared = ['sender_name'] as const
const home = ['sender_address', 'sender_postcode'] as const
const own = ['why_it_matters', 'local_link', 'post', 'subject'] as const
const nameOf = (slug: string) => `typed:${slug}`

/** Remembers what was typed, in this tab only. Where the browser stores nothing, it lasts as long as the page. */
export function keep({ slug, field, parts }: LetterForm): void {
  for (const name of shared) setTabItem(name, field(name).value || null)
  const isHere = livesHere(slug)
  if (isHere || home.some((name) => field(name).value !== '')) {
    for (const name of home) setTabItem(name, field(name).value || null)
    setTabItem(homeIn, home.some((name) => field(name).value !== '') ? slug : null)
  }
  const kept: Kept = { fields: {}, parts: {}, replaced: {} }
  for (const name of own) if (field(name).value !== field(name).defaultValue) kept.fields[name] = field(name).value
  parts.forEach((part, index) => {
    const { text, was } = readPart(part)
    if (isEdited({ text, was })) kept.parts[index] = text
    const replaced = readReplaced(part)
    if (replaced !== null) kept.replaced[index] = replaced
  })
  const isEmpty = Object.values(kept).every((each) => Object.keys(each).length === 0)
  setTabItem(nameOf(slug), isEmpty ? null : JSON.stringify(kept))
}

/** Puts back what was typed before, into fields that still are as the page came. */
export function restore({ slug, field, parts }: LetterForm): void {
  const kept = parse(getTabItem(nameOf(slug)))
  const moved = parse(getTabItem(movingTo)).fields
  setTabItem(movingTo, null)
  if (moved.slug === slug || moved.slug === '') {
    setTabItem(homeIn, slug)
    kept.fields.why_it_matters ??= moved.why ?? ''
  }
  const isHere = livesHere(slug)
  // A postcode that was just looked up has led here.
  if (isHere && home.some((name) => getTabItem(name) !== null)) setTabItem(homeIn, slug)
  const ofVisitor: readonly string[] = isHere ? [...shared, ...home] : shared
  for (const name of [...shared, ...home, ...own]) {
    const value = ofVisitor.includes(name) ? getTabItem(name) : kept.fields[name]
    const each = field(name)
    if (value !== undefined && value !== null && each.value === each.defaultValue)
      each.value = name === 'sender_postcode' ? normalisePostcode(value) : value
  }
  parts.forEach((part, index) => {
    const text = kept.parts[index]
    if (text !== undefined && part.area.value === part.area.defaultValue) part.area.value = text
    const replaced = kept.replaced[index]
    if (replaced !== undefined) offerReplaced(part, replaced)
  })
}

/** “Not your constituency?” and “Find your own MP” lead to where they live: their address and reason go with them. */
export function watchMove({ field }: LetterForm): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.other-seats a, #nudge a') : null
    // '': wherever their postcode or a name leads.
    const slug = link && (/^\/take-action\/(.+)/.exec(link.pathname)?.[1] ?? '')
    const box = link?.closest('#nudge') ? { postcode: field('sender_postcode').value } : {}
    const fields = { slug, why: field('why_it_matters').value, ...box }
    if (slug !== null) setTabItem(movingTo, JSON.stringify({ fields }))
  })
}

// Unless it is known where they live, it may be here.
function livesHere(slug: string): boolean {
  const at = getTabItem(homeIn)
  return at === null || at === slug
}

function parse(json: string | null): Kept {
  try {
    const { fields, parts, replaced }: Partial<Kept> = Object(JSON.parse(json ?? '{}'))
    return { fields: Object(fields), parts: Object(parts), replaced: Object(replaced) }
  } catch {
    return { fields: {}, parts: {}, replaced: {} }
  }
}
