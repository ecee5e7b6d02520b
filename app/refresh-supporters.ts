import { revalidatePath } from 'next/cache'

/**
 * Has every page that shows supporters made anew at its next visit: to be called by a server action or
 * route handler after `saveSupporter`. The page cache in front may show the old one for a second more.
 */
export function refreshSupporters(): void {
  revalidatePath('/')
  revalidatePath('/supporters')
  revalidatePath('/take-action/[slug]', 'page') // a supporter gets thanks in place of a request
}
