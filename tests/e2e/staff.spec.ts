import { base, expectDecent, invite, readMail, run, signIn, siteLog } from './staff-site'
import { expect, test } from './test'

test.use({ site: 'STAFF' })
test.slow() // many pages in a row, each checked in two colour schemes and at two widths

test('from the printed link to a passkey, and signing in again with it', async ({ page }) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const link = await invite('ann@example.org', 'admin')
  for (let scan = 0; scan < 2; scan++) expect((await fetch(link)).status).toBe(200) // a mail scanner doesn't use up the link
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Hello, ann' })).toBeVisible()
  await expect(page).toHaveURL(`${base()}/staff`)
  await expect(page.getByText('You have no passkey yet')).toBeVisible()
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/staff', expires: -1 })

  await page.getByRole('link', { name: 'Your devices', exact: true }).click()
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await expect(page.getByRole('status')).toHaveText('The passkey is added.')
  await expect(page.getByRole('heading', { name: 'Chrome on Linux', exact: true })).toBeVisible()
  await expectDecent(page)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toHaveText('You are signed out.')
  await page.goto('/staff')
  await expect(page).toHaveURL(`${base()}/staff/sign-in`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('heading', { name: 'Hello, ann' })).toBeVisible()

  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await expect(page.getByText('This link was used already, or it is too old.')).toBeVisible()

  await page.goto('/staff/log?entity=passkey')
  await expect(page.getByRole('listitem').filter({ hasText: 'added a passkey' })).toContainText('ann')

  await page.goto('/staff/devices')
  await page.getByRole('button', { name: 'Remove the passkey Chrome on Linux' }).click()
  await expect(page.getByRole('status')).toHaveText('The passkey is removed.')
  expect(siteLog()).not.toMatch(/token=|@example\.org/)
})

test('an admin invites an editor by email, who can’t manage people', async ({ page, browser }) => {
  await signIn(page, await invite('boss@example.org', 'admin'))
  await page.getByRole('link', { name: 'People', exact: true }).click()
  const form = page.getByRole('region', { name: 'Invite someone' })
  await form.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await page.getByRole('link', { name: 'Write their name.' }).click()
  await expect(form.getByLabel('Name')).toBeFocused()
  await expectDecent(page)
  await form.getByLabel('Name').fill('Edith Example')
  await form.getByLabel('Email address').fill('Edith@Example.org')
  await form.getByLabel('Role').selectOption('editor')
  await form.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('but no email was sent. Give them this link yourself.')).toBeVisible()
  await expectDecent(page)

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: base() })
  const other = await context.newPage()
  await signIn(other, (await readMail('edith@example.org')).link)
  await expect(other.getByRole('link', { name: 'People', exact: true })).toHaveCount(0)
  await other.goto('/staff/people')
  await expect(other.getByRole('heading', { name: 'Your role can’t open this page' })).toBeVisible()
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('status')).toHaveText('You are signed out.')
  await other.getByLabel('Your email address').fill('edith@example.org')
  await other.getByRole('button', { name: 'Make me a link' }).click()
  await expect(other.getByText('the link was written into a file on the server')).toBeVisible()
  await expect.poll(async () => (await readMail('edith@example.org')).count).toBe(2)
  await signIn(other, (await readMail('edith@example.org')).link)

  const card = page.getByRole('listitem').filter({ hasText: 'Edith Example' })
  await page.reload()
  await card.locator('summary').click()
  await card.getByRole('combobox').selectOption('publisher')
  await card.getByRole('button', { name: 'Change the role of Edith Example' }).click()
  await expect(page.getByRole('status')).toHaveText('The role is changed.')
  await other.goto('/staff/no-access')
  await expect(other.getByText('Your role: Publisher')).toBeVisible()
  await card.locator('summary').click()
  await card.getByRole('button', { name: 'Remove Edith Example' }).click()
  await expect(page.getByRole('status')).toHaveText('Removed. They are signed out everywhere.')
  await other.goto('/staff')
  await expect(other).toHaveURL(`${base()}/staff/sign-in`)
  await page.goto('/staff/log?entity=staff')
  await expect(page.getByRole('listitem').filter({ hasText: 'removed from the staff' })).toContainText(
    'Former member of staff',
  )
  await expect(page.getByText('Edith')).toHaveCount(0)
  await context.close()
})

test('idle for too long, or revoked from another device: signed out', async ({ page, browser }) => {
  await signIn(page, await invite('cleo@example.org', 'editor'))
  const context = await browser.newContext({ baseURL: base() })
  const phone = await context.newPage()
  await signIn(phone, await invite('cleo@example.org', 'editor'))
  await page.goto('/staff/devices')
  await page.getByRole('button', { name: /^Sign out Chrome/ }).click()
  await expect(page.getByRole('status')).toHaveText('That device is signed out.')
  await phone.goto('/staff/devices')
  await expect(phone).toHaveURL(/\/staff\/sign-in(\?next=.+)?$/)
  await context.close()
  run(
    `UPDATE "Session" SET "expiresAt" = ? WHERE "userId" = (SELECT "id" FROM "User" WHERE "email" = 'cleo@example.org')`,
    new Date(Date.now() - 1_000).toISOString(),
  )
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/staff\/sign-in(\?next=.+)?$/)
})

test('pages are never cached or indexed, and run no script but ours', async ({ page, consoleErrors }) => {
  const seen = new Set<string>()
  for (let visit = 0; visit < 2; visit++) {
    const { headers } = await fetch(`${base()}/staff/sign-in`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('set-cookie')).toBeNull()
    seen.add(policy)
  }
  expect(seen.size).toBe(2)
  const shared = (await fetch(`${base()}/take-action`)).headers
  expect([shared.get('x-robots-tag'), shared.get('content-security-policy')]).toEqual([
    null,
    expect.not.stringContaining('nonce-'),
  ])
  await page.goto('/staff/sign-in')
  const ran = await page.evaluate(() => {
    const script = document.createElement('div')
    script.innerHTML = '<img src="/mark.svg" onload="document.title = 1">'
    document.body.append(script)
    return new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), {
        once: true,
      }),
    )
  })
  expect(ran).toBe('script-src-attr')
  expect(consoleErrors.splice(0)).toEqual([expect.stringContaining('Content Security Policy')])
})
