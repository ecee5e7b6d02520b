import { draftFields, supporterFields } from '@/lib/supporters/model/fields'
import { nameKind } from '@/lib/supporters/model/supporter'
import type { MergeField } from '../merge-view'

/** The fields of a supporter as people choose between two versions of them. */
export const supporterMergeFields = draftFields.map((name): MergeField => {
  const { called, type } = supporterFields[name]
  return {
    name,
    label: `${called.charAt(0).toUpperCase()}${called.slice(1)}`,
    describe: (text) => (type === 'kind' ? nameKind(text, 'full') : type === 'flag' && text === '' ? 'no' : text),
  }
})

/** What the button says that saves what was chosen, by the button that was pressed before the conflict. */
export const supporterMergeSubmit: Record<string, string> = {
  publish: 'Save what I chose and publish',
  hide: 'Save what I chose and hide',
  draft: 'Save what I chose and make a draft',
}
