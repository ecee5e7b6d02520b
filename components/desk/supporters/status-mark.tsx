const words: Record<string, string> = { draft: 'Draft', published: 'On the wall', hidden: 'Hidden' }

/** Where a supporter stands, in words; the colour only says it again. */
export function SupporterStatusMark({ status }: { status: string }) {
  return (
    <span className="supporter-status" data-status={status}>
      {words[status] ?? status}
    </span>
  )
}
