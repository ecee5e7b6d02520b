// For pages with a postcode box or the constituency search, and no letter.
import { watchLeave } from './leave'
import { sendNatively } from './native-forms'
import { sendLateReports } from './report-queue'
import { rememberSourceTag } from './source-tag'
import { setTabItem } from './tab-storage'

watchLeave()
rememberSourceTag()
sendLateReports()
sendNatively((form) => {
  const postcode = new FormData(form).get('postcode')
  // For the letter's signature; it never leaves this tab.
  if (typeof postcode === 'string') setTabItem('sender_postcode', postcode.trim().toUpperCase())
})

// What is wrong, or what was found. A browser may ignore autofocus, for example when the address has a fragment.
document.querySelector<HTMLElement>('[autofocus]')?.focus()
if (document.querySelector('[aria-invalid=true]') && !document.title.startsWith('Error: '))
  document.title = `Error: ${document.title}`
