/** What was typed can be cleared, and that undone. After everything else, so that Tab doesn’t pass it on the way. */
export function ClearButtons() {
  return (
    <div className="clear" data-needs-script hidden>
      <p className="fine">What you type stays in this tab and is gone when you close it.</p>
      <div className="buttons">
        <button type="button" className="link" data-clear="details">
          Clear my details
        </button>
        <button type="button" className="link" data-clear="all">
          Clear everything on this page
        </button>
      </div>
      <p role="status" id="clear-status" />
      <button type="button" className="link" id="undo-clear" hidden>
        Undo
      </button>
    </div>
  )
}
