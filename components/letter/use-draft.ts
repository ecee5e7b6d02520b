'use client'

import type { Draft } from '@/lib/actions/model/hand-off'
import type { Message } from '@/lib/messages/model/message'
import { composeBody, type Details, detailFields, hasOwnWords, noDetails } from '@/lib/messages/model/visitor-details'
import { setStored, useStored } from './stored'

/**
 * The message as it stands: the seat's, with the visitor's details in it, unless they have changed a
 * text by hand, which then stays as they left it.
 * @param answered what a form without JavaScript came back with
 */
export function useDraft(slug: string, message: Message, answered: { draft: Draft; details: Details } | undefined) {
  const given = answered?.details ?? noDetails
  const details: Details = {
    sender_name: useStored('sender_name') ?? given.sender_name,
    sender_address: useStored('sender_address') ?? given.sender_address,
    sender_postcode: useStored('sender_postcode') ?? given.sender_postcode,
    why_it_matters: useStored(`why_it_matters:${slug}`) ?? given.why_it_matters,
    local_link: useStored(`local_link:${slug}`) ?? given.local_link,
  }
  const own = {
    post: useStored(`post:${slug}`),
    subject: useStored(`subject:${slug}`),
    body: useStored(`body:${slug}`),
  }
  const draft: Draft = {
    post: own.post ?? answered?.draft.post ?? message.post,
    subject: own.subject ?? answered?.draft.subject ?? message.subject,
    body: own.body ?? answered?.draft.body ?? composeBody(message.body, details),
  }
  const isPersonal = own.body !== null || hasOwnWords(details)

  return {
    details,
    draft,
    isPersonal,
    isBodyOwn: own.body !== null,
    setDetail: (field: keyof Details, value: string) => setStored(storedName(field, slug), value),
    setText: (field: keyof Draft, value: string | null) => setStored(`${field}:${slug}`, value),
    /** Forgets all that the visitor has typed here. */
    clear() {
      for (const { field } of detailFields) setStored(storedName(field, slug), null)
      for (const field of ['post', 'subject', 'body']) setStored(`${field}:${slug}`, null)
    },
  }
}

// Who the visitor is goes with them to another seat; what they say about one does not.
function storedName(field: keyof Details, slug: string): string {
  return field.startsWith('sender_') ? field : `${field}:${slug}`
}
