/**
 * The quick exit: a plain link. `components/browser/leave.ts`, on pages with a script of ours, has it leave nothing
 * behind, and Escape pressed three times do the same.
 */
export function LeaveLink() {
  return (
    <a className="leave" href="https://www.bbc.co.uk/weather" rel="noreferrer">
      Leave site
    </a>
  )
}
