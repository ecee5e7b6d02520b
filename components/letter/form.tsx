'use client' // for useActionState: rendered on the server, hydrated nowhere

import { type ReactNode, useActionState } from 'react'
import type { HandOffState } from '@/lib/actions/model/hand-off'
import { isSendHere, type SendHereState } from '@/lib/letters/model/send-here'
import { type Typed, weaveParts } from '@/lib/actions/model/typed'
import type { Texts } from '@/lib/campaign/model/shipped-texts'
import type { Mp } from '@/lib/members/model/seat'
import { splitLetter } from '@/lib/messages/model/letter'
import type { OfferedMessage } from '@/lib/messages/model/message'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { Progress } from '../site/progress'
import { AboutFields } from './about-fields'
import { Answer } from './answer'
import { ClearButtons } from './clear-buttons'
import { Friends } from './friends'
import { NoReply } from './no-reply'
import { Paper } from './paper'
import { PostSection } from './post-section'
import { PrintedLetter } from './printed-letter'
import { SendBar } from './send-bar'
import { SendHere } from './send-here'
import { SendHereAnswer } from './send-here-answer'
import { SentPanel, SentPlain } from './sent-panel'

/** What the page shows after its form was posted. */
export type LetterFormState = HandOffState | SendHereState

export type LetterProps = {
  slug: string
  constituency: string
  /** The first halves of its postcodes; none where they aren’t known. */
  outcodes: string[]
  mp: Mp
  isSupporter: boolean
  message: OfferedMessage
  /** Whom the MP is asked to raise it with, as it stands in a sentence: “the Home Secretary”. */
  minister: string
  siteUrl: string
  /** The published words of thanks. */
  thanks: Texts['thanks']
  /** The published words for friends. */
  share: Texts['share']
  handOff: (previous: LetterFormState, form: FormData) => Promise<LetterFormState>
  /** Whether visitors are offered that the site sends their letter, and whether that is a rehearsal. */
  sending: { isOffered: boolean; isRehearsal: boolean }
  /** The MP, between the progress and the letter. */
  children: ReactNode
}

/**
 * The letter and the post to an MP, as one plain form: without JavaScript its answer shows both texts again. The script
 * in components/browser/letter.ts reads and writes the same fields, so whatever is in them is all the state there is.
 */
export function LetterForm(props: LetterProps) {
  const { slug, mp, message, handOff, children } = props
  const [state, submit] = useActionState(handOff, null)
  const parts = splitLetter(message.body)
  const start: Typed = { post: message.post, subject: message.subject, parts: [], details: noDetails }
  const given = state?.typed ?? start
  const typed = { ...given, parts: weaveParts(parts, given) }
  const isSentHere = props.sending.isOffered && mp.email !== null
  const isAnswered = state?.outcome === 'composed' || state?.outcome === 'confirmed'
  return (
    <>
      <Progress current={state?.outcome === 'confirmed' ? 'post' : 'letter'} />
      {children}
      {isSendHere(state) ? <SendHereAnswer state={state} mpName={mp.name} /> : <Answer {...props} state={state} />}
      <p className="warning">
        Please don’t name a child or describe a case, here or on social media. If it’s your own story, say as little as
        you like: your MP’s staff read it too. If a child needs help now, see <a href="#help-now">who to call</a>.
      </p>
      <form
        id="letter-form"
        action={submit}
        data-slug={slug}
        data-member={mp.id}
        data-mp={JSON.stringify({
          name: mp.name,
          email: mp.email,
          xHandle: mp.xHandle,
          blueskyHandle: mp.blueskyHandle,
          minister: props.message.minister,
        })}
        data-constituency={props.constituency}
        data-outcodes={props.outcodes.join(' ')}
        data-minister={props.minister}
        data-url={`${props.siteUrl}/take-action/${slug}`}
      >
        {/* Pressing Enter in a field activates the form’s first submit button: this one, which does nothing. */}
        <button type="submit" disabled hidden />
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="rule" value={message.ruleId ?? ''} />
        <section className="letter-section" aria-labelledby="letter-heading">
          <div className="about">
            <h2 id="letter-heading" tabIndex={-1}>
              {props.isSupporter ? 'Your thank-you letter' : 'Your letter'}
            </h2>
            <p>
              MPs reply to the people they represent, so your letter says who you are.{' '}
              {isSentHere
                ? 'We can send it for you, or you send it from your own email.'
                : mp.email
                  ? 'It goes from your own email to your MP. We don’t store it.'
                  : 'You print it and post it. We don’t store it.'}
            </p>
            <AboutFields details={typed.details} />
          </div>
          <div className="writing">
            <Paper mp={mp} typed={typed} parts={parts} />
            {isSentHere && (
              <SendHere
                email={isSendHere(state) ? state.email : ''}
                isFollowUpAsked={isSendHere(state) && state.isFollowUpAsked}
                mpName={mp.name}
              />
            )}
            {isSentHere && props.sending.isRehearsal && (
              <p className="warning">
                This site is being tried out: letters sent from here go to the people who run it, not to MPs.
              </p>
            )}
            <SentPanel {...props} />
          </div>
          <SendBar mp={mp} isSentHere={isSentHere} />
          <SentPlain mp={mp} />
        </section>
        <NoReply {...props} salutation={typed.parts[0]?.text ?? ''} />
        <PostSection {...props} post={typed.post} />
        <ClearButtons />
      </form>
      <Friends
        siteUrl={props.siteUrl}
        constituency={props.constituency}
        slug={slug}
        share={props.share}
        isShown={isAnswered}
      />
      <PrintedLetter
        name={mp.name}
        typed={typed}
        isShown={state?.outcome === 'composed' && state.target === 'letter'}
        day={state?.outcome === 'composed' ? state.day : ''}
      />
    </>
  )
}
