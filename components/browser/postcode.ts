// For pages with a postcode box or the constituency search, and no letter.
import { watchLeave } from './leave'
import { sendNatively } from './native-forms'
import { sendLateReports } from './report-queue'
import { rememberSourceTag } from './source-tag'
import { getTabItem, homeIn, movingTo, setTabItem } from './tab-storage'

watchLeave()
rememberSourceTag()
sendLateReports()

// From “Find your own MP”: the postcode that is somewhere else.
const box = document.getElementById('postcode')
const doubted = /"postcode":"([^"\\]+)"/.exec(getTabItem(movingTo) ?? '')?.[1]
if (doubted && box instanceof HTMLInputElement && box.value === '') box.value = doubted

sendNatively((form) => {
  const data = new FormData(form)
  const typed = data.get('postcode') ?? data.get('query')
  // For the letter's signature; it never leaves this tab. People type names and whole addresses too.
  const postcode = typeof typed === 'string' && /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/i.exec(typed)
  if (!postcode) return
  setTabItem('sender_postcode', `${postcode[1]} ${postcode[2]}`.toUpperCase())
  setTabItem(homeIn, null) // wherever it leads
})

// What is wrong, or what was found. A browser may ignore autofocus, for example when the address has a fragment.
document.querySelector<HTMLElement>('[autofocus]')?.focus()
if (document.querySelector('[aria-invalid=true]') && !document.title.startsWith('Error: '))
  document.title = `Error: ${document.title}`
