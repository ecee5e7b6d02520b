// Long enough for a second press by mistake, and so short that no button seems dead when the first got no answer.
const sameMs = 1_500

/**
 * Leaves sending forms to the browser, once for each press of a button.
 * @param onSend called when a form is about to be sent
 */
export function sendNatively(onSend: (form: HTMLFormElement) => void): void {
  let sent = -sameMs
  addEventListener('pageshow', () => (sent = -sameMs)) // the visitor has come back
  addEventListener(
    'submit',
    (event) => {
      // Where React runs as well (FRONT=plain, npm run dev), it would send the form, and show the answer, without a new page.
      event.stopPropagation()
      const isRepeated = event.timeStamp - sent < sameMs
      if (isRepeated) return event.preventDefault()
      sent = event.timeStamp
      if (event.target instanceof HTMLFormElement) onSend(event.target)
    },
    true,
  )
}
