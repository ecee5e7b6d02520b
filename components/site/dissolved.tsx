import { composeFindMpText } from '@/lib/postcodes/words'

/** Replaces a form or an MP while Parliament is dissolved. */
export function Dissolved() {
  const { heading, paragraphs } = composeFindMpText({ outcome: 'dissolved' })
  return (
    <div className="summary" data-outcome="dissolved">
      <h2>{heading}</h2>
      {paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a href="/">Read what we’re asking for</a>
      </p>
    </div>
  )
}
