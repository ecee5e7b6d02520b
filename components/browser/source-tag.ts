import { readSourceTagOf } from '@/lib/actions/model/source-tag'
import { getTabItem, setTabItem } from './tab-storage'

const name = 'source-tag'

/**
 * The tag of the link that started this tab's journey, from this page's URL or the previous page's (reading pages run
 * no script, so they can't pass it on). The tab remembers it for later pages.
 */
export function rememberSourceTag(): string | null {
  const before = document.referrer.startsWith(`${location.origin}/`) ? document.referrer : ''
  const tag = readSourceTagOf(location.href) ?? readSourceTagOf(before)
  if (tag) setTabItem(name, tag)
  return tag ?? getTabItem(name)
}
