/**
 * Drops the second half of a double click on a button: by then the form may have been answered, or another row of a list
 * may be where the first one was.
 */
export function dropSecondClick(event: MouseEvent): void {
  if (event.detail < 2 || !(event.target instanceof Element)) return
  if (!event.target.closest('button[type=submit]')) return
  event.preventDefault()
  event.stopPropagation()
}
