const words: Record<string, string> = {
  draft: 'Draft',
  published: 'On the wall',
  hidden: 'Hidden',
  archived: 'Archived',
}

/** A supporter's status in words; the colour only repeats it. */
export function SupporterStatusMark({ status }: { status: string }) {
  return (
    <span className="supporter-status" data-status={status}>
      {words[status] ?? status}
    </span>
  )
}
