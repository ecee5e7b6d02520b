import type { Problem } from '../../shared/model/result'

/** What the page of a confirm link shows after a press that didn’t go through, with what was typed. */
export type ConfirmState =
  | null
  | ({ subject: string; body: string } & (
      { outcome: 'refused'; problems: Problem[] } | { outcome: 'too-soon' | 'limited' }
    ))
