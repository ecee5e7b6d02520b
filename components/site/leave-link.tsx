/**
 * The quick exit: a plain link to `app/leave`, which has the browser delete what was typed. Where a script of ours runs,
 * `components/browser/leave.ts` leaves nothing behind on the screen and in the history either, and Escape pressed three
 * times does the same.
 */
export function LeaveLink() {
  return (
    <a className="leave" href="/leave" rel="noreferrer nofollow">
      Leave site
    </a>
  )
}
