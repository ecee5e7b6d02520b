import type { TextPart } from '@/lib/shared/model/text-difference'
import { TextDiff } from './text-diff'

/** The fields in which two versions of a text differ, each word by word. */
export function Differences({ differences }: { differences: { label: string; parts: TextPart[] }[] }) {
  return (
    <dl className="rule-differences">
      {differences.map(({ label, parts }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <TextDiff parts={parts} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
