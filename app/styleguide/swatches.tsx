import { contrast, pairs, parseTokens } from './tokens'

const schemes = ['light', 'dark'] as const
const sample = 'Every child deserves a future'

/** The tokens in the CSS file: colours with the text colours used on them, type and spacing. */
export function Swatches({ css }: { css: string }) {
  const tokens = parseTokens(css)
  const colours = tokens.filter(({ light }) => light.startsWith('#'))
  const startingWith = (prefix: string) => tokens.filter(({ name }) => name.startsWith(prefix))
  return (
    <>
      <section aria-labelledby="colours">
        <h2 id="colours">Colours</h2>
        {schemes.map((scheme) => (
          <div key={scheme}>
            <h3>{scheme}</h3>
            <ul className="guide-swatches">
              {colours.map(({ name, ...value }) => (
                <li key={name}>
                  <span className="guide-swatch" style={{ background: value[scheme] }} />
                  {name} <code>{value[scheme]}</code>
                </li>
              ))}
            </ul>
            <ul className="guide-pairs">
              {pairs.map(({ front, back, least }) => {
                const of = (wanted: string) => colours.find(({ name }) => name === wanted)?.[scheme] ?? ''
                const ratio = contrast(of(front), of(back))
                return (
                  <li key={`${front}-${back}`} style={{ color: of(front), background: of(back) }}>
                    {front} on {back}: {ratio.toFixed(1)}, {ratio < least ? 'TOO LITTLE' : `at least ${least}`}
                  </li>
                )
              })}
            </ul>
          </div>
        ))}
      </section>
      <section aria-labelledby="type">
        <h2 id="type">Type</h2>
        {startingWith('size-').map(({ name, light }) => (
          <p
            key={name}
            style={{ fontSize: `var(--${name})`, fontFamily: name.startsWith('size-h') ? 'var(--display)' : undefined }}
          >
            {sample}{' '}
            <code className="fine">
              {name} {light}
            </code>
          </p>
        ))}
      </section>
      <section aria-labelledby="space">
        <h2 id="space">Space and corners</h2>
        {startingWith('space-').map(({ name, light }) => (
          <p key={name} className="guide-measure">
            <span style={{ width: `var(--${name})` }} /> {name} <code>{light}</code>
          </p>
        ))}
        {startingWith('radius').map(({ name, light }) => (
          <p key={name} className="guide-measure">
            <span style={{ width: '6rem', borderRadius: `var(--${name})` }} /> {name} <code>{light}</code>
          </p>
        ))}
      </section>
    </>
  )
}
