type Props = { status: string; isNew: boolean; mayPublish: boolean; isPending: boolean }

/** The form's buttons: save with the same status, or with another one. */
export function SupporterButtons({ status, isNew, mayPublish, isPending }: Props) {
  const isPublished = status === 'published'
  return (
    <div className="buttons">
      <button type="submit" name="do" value="save" aria-disabled={isPending}>
        {isNew ? 'Save as a draft' : isPublished ? 'Save on the wall' : status === 'draft' ? 'Save the draft' : 'Save'}
      </button>
      {mayPublish && !isPublished && (
        <button type="submit" name="do" value="publish" className="quiet" aria-disabled={isPending}>
          Save and publish
        </button>
      )}
      {mayPublish && isPublished && (
        <button type="submit" name="do" value="hide" className="quiet" aria-disabled={isPending}>
          Save and hide
        </button>
      )}
      {!isNew && mayPublish && status !== 'draft' && (
        <button type="submit" name="do" value="draft" className="quiet" aria-disabled={isPending}>
          Save and make a draft
        </button>
      )}
    </div>
  )
}
