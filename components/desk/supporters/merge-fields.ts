import { emptyDraft, supporterWords } from '@/lib/supporters/model/draft'
import { nameKind } from '@/lib/supporters/model/supporter'
import type { MergeField } from '../merge-view'

/** The fields of a supporter as people choose between two versions of them. */
export const supporterMergeFields = Object.keys(emptyDraft).map((name): MergeField => {
  const words = supporterWords[name] ?? name
  return {
    name,
    label: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    describe: (text) => (name === 'kind' ? (nameKind(text, 'full')) : name === 'isFormer' && text === '' ? 'no' : text),
  }
})

/** What the button says that saves what was chosen, by the button that was pressed before the conflict. */
export const supporterMergeSubmit: Record<string, string> = {
  publish: 'Save what I chose and publish',
  hide: 'Save what I chose and hide',
  draft: 'Save what I chose and make a draft',
}
