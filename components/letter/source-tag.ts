import { readSourceTagOf } from '@/lib/actions/model/source-tag'
import { readStored, setStored } from './stored'

const name = 'source-tag'

/**
 * The tag of the link that led to this tab's journey. The page's own address has it, or that of the page
 * before (reading pages run no script and pass nothing on); it is kept in the tab for the pages after.
 */
export function keepSourceTag(): string | null {
  const before = document.referrer.startsWith(`${location.origin}/`) ? document.referrer : ''
  const tag = readSourceTagOf(location.href) ?? readSourceTagOf(before)
  if (tag) setStored(name, tag)
  return tag ?? readStored(name)
}
