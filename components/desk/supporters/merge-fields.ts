import { draftFields, supporterFields } from '@/lib/supporters/model/fields'
import { nameKind } from '@/lib/supporters/model/supporter'
import type { MergeField } from '../merge-view'

/** A supporter's fields in the merge view. */
export const supporterMergeFields = draftFields.map((name): MergeField => {
  const { called, type } = supporterFields[name]
  return {
    name,
    label: `${called.charAt(0).toUpperCase()}${called.slice(1)}`,
    describe: (text) => (type === 'kind' ? nameKind(text, 'full') : type === 'flag' && text === '' ? 'no' : text),
  }
})

/** The label of the merge view's submit button, by the button that was pressed before the conflict. */
export const supporterMergeSubmit: Record<string, string> = {
  publish: 'Save what I chose and publish',
  hide: 'Save what I chose and hide',
  draft: 'Save what I chose and make a draft',
}
