import type { TextPart } from '@/lib/shared/model/text-difference'

/** A text with what was taken out and put in, told by marks, by colour and to screen readers. */
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
