import type { Draft } from '@/lib/domain/hand-off'
import type { Mp } from '@/lib/domain/seat'

export type CopyProps = {
  copy: (form: HTMLFormElement | null, field: keyof Draft) => void
  copied: { field: keyof Draft; isDone: boolean } | null
}

/** What the post and the email need of the form around them. */
export type SectionProps = CopyProps & { mp: Mp; draft: Draft }
