import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SourcedDetailEntry } from '@/components/desk/members/sourced-detail'
import { Moment } from '@/components/desk/moment'
import { CorrectionCard } from '@/components/desk/members/correction-card'
import { describeCorrection, CorrectionForm } from '@/components/desk/members/correction-form'
import { addDays, toUkDay } from '@/lib/shared/model/uk-time'
import { formatDirectoryChange } from '@/lib/members/model/change-text'
import { correctionFields } from '@/lib/members/model/correction'
import { isAtLeast } from '@/lib/staff/model/staff'
import { showSeatState } from '@/lib/desk/show-seat-state'
import { describeReason } from '@/lib/letters/words'
import { showDirectorySeat } from '@/lib/members/show-directory'
import { DoneNotice } from '../../_request/done-notice'
import { requireStaff } from '../../_request/require-staff'
import { submitCorrection, submitCorrectionRemoval } from '../actions'
import '../../../styles/desk/members.css'
import '../../../styles/desk/merge.css'

export const metadata: Metadata = { title: 'A constituency' }

const notices = {
  saved: 'Saved. Visitors get it within a few seconds.',
  removed: 'Removed. Visitors get what the source says.',
}
const usualDays = 90

export default async function DirectorySeatPage({ params, searchParams }: PageProps<'/staff/directory/[slug]'>) {
  const staff = await requireStaff('editor')
  const { slug } = await params
  const { done, undo, correct } = await searchParams
  const now = new Date()
  const seat = await showDirectorySeat(slug, now)
  if (!seat) redirect('/staff/directory')
  const state = await showSeatState(seat.slug, now)
  const { details, corrections, history, memberId } = seat
  const isVacant = memberId === null
  const mayPublish = isAtLeast(staff.role, 'publisher')
  const corrected = mayPublish ? correctionFields.find((field) => field === correct) : undefined
  return (
    <>
      <p>
        <a href="/staff/directory">All constituencies</a>
      </p>
      <h1>{seat.name}</h1>
      <DoneNotice texts={notices} done={done} undo={undo} />
      <p>
        {seat.region === seat.nation ? seat.nation : `${seat.region}, ${seat.nation}`}.{' '}
        <a href={`/take-action/${seat.slug}`}>What visitors see</a>
      </p>
      {state && (
        <ul className="staff-list">
          <li>
            {state.supporterId === null ? (
              'Its MP isn’t on the wall.'
            ) : (
              <a href={`/staff/supporters/${state.supporterId}`}>Its MP supports the campaign.</a>
            )}
          </li>
          <li>
            It gets{' '}
            {state.rule ? <a href={`/staff/messages/${state.rule.id}`}>“{state.rule.name}”</a> : 'no message now'}.
          </li>
          <li>
            <a href="/staff/figures/seats">
              {state.opened === 1 ? '1 message' : `${state.opened.toLocaleString('en-GB')} messages`} opened
            </a>
            , {state.confirmed.toLocaleString('en-GB')} confirmed as sent
            {state.sent > 0 &&
              `; ${state.sent === 1 ? '1 letter' : `${state.sent.toLocaleString('en-GB')} letters`} sent from here`}
            .
          </li>
          {state.refusal && (
            <li>
              <strong>Letters were refused at {state.refusal.address}</strong>:{' '}
              {state.refusal.reasons.map(({ reason, count }) => `${count} × ${describeReason(reason)}`).join(', ')}.{' '}
              {state.refusal.isFlagged && 'Check the address with the MP’s office, and correct it below.'}
            </li>
          )}
        </ul>
      )}
      <section aria-labelledby="facts">
        <h2 id="facts">What the site knows</h2>
        <dl className="facts">
          {details.map((detail) => (
            <SourcedDetailEntry key={detail.field} detail={detail} now={now} />
          ))}
        </dl>
      </section>
      <section aria-labelledby="overrides">
        <h2 id="overrides">Corrections</h2>
        <p>What you know better than the source. A check with Parliament leaves it alone.</p>
        {corrections.length === 0 && <p>There is none for this seat.</p>}
        <ul className="staff-cards">
          {corrections.map((correction) => (
            <CorrectionCard
              key={correction.id}
              slug={seat.slug}
              correction={correction}
              remove={mayPublish ? submitCorrectionRemoval : null}
            />
          ))}
        </ul>
        {isVacant && <p>Parliament names nobody for this seat, so there is nothing to correct.</p>}
        {!isVacant && !mayPublish && <p>A publisher can add one.</p>}
        {!isVacant && mayPublish && (
          <ul className="directory-links">
            {correctionFields.map((field) => (
              <li key={field}>
                <a href={`/staff/directory/${seat.slug}?correct=${field}#correct`} aria-current={field === corrected}>
                  {describeCorrection(field)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {corrected && memberId !== null && (
        <CorrectionForm
          seat={{ ...seat, memberId }}
          field={corrected}
          value={details.find((detail) => detail.field === corrected)?.value ?? null}
          current={corrections.find((correction) => correction.field === corrected)}
          lastDay={addDays(toUkDay(now), usualDays)}
          action={submitCorrection}
        />
      )}
      <section aria-labelledby="history">
        <h2 id="history">What checks have changed</h2>
        {history.length === 0 && <p>Nothing since the site was set up.</p>}
        <ul className="staff-list">
          {history.map((change) => (
            <li key={`${change.checkedAt.getTime()} ${change.field} ${change.memberId}`}>
              <Moment at={change.checkedAt} />: {formatDirectoryChange(change)}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
