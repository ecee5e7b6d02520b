'use client'

import type { Draft } from '@/lib/actions/model/hand-off'
import type { Message } from '@/lib/messages/model/message'
import { composeBody, type Details, detailFields, hasOwnWords, noDetails } from '@/lib/messages/model/visitor-details'
import { setTabItem, useTabItem } from './tab-storage'

/**
 * The current message: the seat's, with the visitor's details filled in. A text they have edited by hand stays as they
 * left it.
 * @param answered the result of a form submitted without JavaScript
 */
export function useDraft(slug: string, message: Message, answered: { draft: Draft; details: Details } | undefined) {
  const given = answered?.details ?? noDetails
  const details: Details = {
    sender_name: useTabItem('sender_name') ?? given.sender_name,
    sender_address: useTabItem('sender_address') ?? given.sender_address,
    sender_postcode: useTabItem('sender_postcode') ?? given.sender_postcode,
    why_it_matters: useTabItem(`why_it_matters:${slug}`) ?? given.why_it_matters,
    local_link: useTabItem(`local_link:${slug}`) ?? given.local_link,
  }
  const own = {
    post: useTabItem(`post:${slug}`),
    subject: useTabItem(`subject:${slug}`),
    body: useTabItem(`body:${slug}`),
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
    setDetail: (field: keyof Details, value: string) => setTabItem(tabItemName(field, slug), value),
    setText: (field: keyof Draft, value: string | null) => setTabItem(`${field}:${slug}`, value),
    /** Deletes everything the visitor has typed here. */
    clear() {
      for (const { field } of detailFields) setTabItem(tabItemName(field, slug), null)
      for (const field of ['post', 'subject', 'body']) setTabItem(`${field}:${slug}`, null)
    },
  }
}

// Who the visitor is carries over to another seat; what they say about this one doesn't.
function tabItemName(field: keyof Details, slug: string): string {
  return field.startsWith('sender_') ? field : `${field}:${slug}`
}
