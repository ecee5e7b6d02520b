import type { TextPart } from '@/lib/shared/model/text-difference'

/** A diff of a text: removals and additions are shown by marks and colour, and announced by screen readers. */
export function TextDiff({ parts }: { parts: TextPart[] }) {
  return (
    <p className="text-diff">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={index}>
            <span className="visually-hidden">{kind === 'added' ? ' [added: ' : ' [removed: '}</span>
            {text}
            <span className="visually-hidden">] </span>
          </Mark>
        )
      })}
    </p>
  )
}
