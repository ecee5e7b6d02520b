import type { ReactNode } from 'react'
import type { Draft } from '@/lib/actions/model/hand-off'
import type { Mp } from '@/lib/members/model/seat'

/** What can be copied: a text, or the address to send it to. */
export type Copyable = keyof Draft | 'to'

export type CopyProps = {
  copy: (field: Copyable) => void
  copied: { field: Copyable; isDone: boolean } | null
}

/** What the post and the email sections need from the form around them; the children come after their buttons. */
export type SectionProps = CopyProps & {
  mp: Mp
  isSupporter: boolean
  draft: Draft
  setText: (field: keyof Draft, value: string | null) => void
  children: ReactNode
}
