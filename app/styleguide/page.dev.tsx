import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Metadata } from 'next'
import { FormStates } from './form-states'
import { LetterStates } from './letter-states'
import { DisplayStates } from './display-states'
import { Swatches } from './swatches'
import '../styles/charts.css'
import '../styles/site/ask.css'
import '../styles/site/front.css'
import '../styles/site/letter-page.css'
import '../styles/site/wall.css'
import './styleguide.css'

export const metadata: Metadata = { title: 'Style guide', robots: { index: false } }

/**
 * Every component in every state, with fictional people, for use in development. Its file name keeps it out of builds:
 * see next.config.ts.
 */
export default function StyleguidePage() {
  return (
    <div className="wrap band guide">
      <h1>Style guide</h1>
      <p className="lead">The header and the footer are those of this page. All people here are made up.</p>
      <Swatches css={readFileSync(path.join(process.cwd(), 'app/styles/tokens.css'), 'utf8')} />
      <DisplayStates />
      <FormStates />
      <LetterStates />
    </div>
  )
}
