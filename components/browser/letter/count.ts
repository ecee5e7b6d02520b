import type { ActionKind } from '@/lib/actions/model/action'
import type { Channel } from '@/lib/actions/model/channel'
import { readBrowserKey } from '../browser-key'
import { prepareToken } from '../deliver-report'
import { sendReport } from '../report-queue'
import { rememberSourceTag } from '../source-tag'
import type { LetterForm } from './form'

const reported = new Set<string>()

/** Has one hand-off counted, once a page. */
export function count(
  { slug, rule }: LetterForm,
  channel: Channel,
  kind: ActionKind,
  isPersonal: boolean | null,
): void {
  if (reported.has(channel + kind)) return
  reported.add(channel + kind)
  sendReport({ slug, channel, kind, key: readBrowserKey(), source: rememberSourceTag(), isPersonal, rule })
}

/** Fetches a token on first contact with the form, so that a report can use it by the time a button is pressed. */
export function prepareToCount({ dataset: { slug = '' } }: HTMLFormElement): void {
  prepareToken(slug, readBrowserKey())
}
