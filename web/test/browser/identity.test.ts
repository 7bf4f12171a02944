import { generateSync } from 'otplib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from './chromium.ts'
import { complaints, expectAccessible, firstSignIn, opened as openedIn, served, signIn } from './journey.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
/** Where Ada is signed in. */
let signedIn: BrowserContext
/** What Ada's app shares with the product, and what she has for when it is out of reach. */
let secret = ''
let backupCodes: readonly string[] = []

const password = 'seven hills of green tea'

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch()])
  signedIn = await browser.newContext({ acceptDownloads: true })
  const page = await opened(signedIn, '/')
  await firstSignIn(page, product, password)
  await page.waitForURL('**/sales')
  await page.close()
}, 480_000)

afterAll(async () => {
  await browser?.close()
  await product?.close()
})

const opened = (context: BrowserContext, path: string) => openedIn(product, context, path)

/** What the app shows; 1: what it shows next. A code works once, so each sign-in takes another. */
const code = (step: number) => generateSync({ secret, epoch: Date.now() / 1_000 + step * 30 })

/** Another browser, in which Ada's password is typed. */
async function elsewhere(): Promise<Page> {
  const page = await opened(await browser.newContext(), '/login?next=/settings/security')
  await served(page.getByRole('button', { name: 'Sign in' }))
  await signIn(page, product.email, password)
  return page
}

/** Waits until the page about one's own sign-in is there: its address stands in that of signing in, too. */
const onSecurity = (page: Page) => page.getByRole('heading', { name: 'How you sign in' }).waitFor()

/** Gives a tab an authenticator that says yes, as a laptop with a fingerprint reader would. */
async function withAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

test('a session elsewhere is listed, ended from here, and must sign in again', async () => {
  const other = await elsewhere()
  await onSecurity(other)
  const page = await opened(signedIn, '/settings/security')
  await page.getByRole('heading', { name: 'You are signed in here and on 1 more' }).waitFor()
  await expectAccessible(page)
  await served(page.getByRole('button', { name: 'End the session of' })).then((button) => button.click())
  await page.getByRole('heading', { name: 'You are signed in here alone' }).waitFor()
  await other.goto(`${product.origin}/settings/security`)
  expect(new URL(other.url()).pathname).toBe('/login')
  await other.context().close()
  await page.close()
}, 90_000)

test('an app is set up by its QR code and a code of it; its backup codes are shown once, to copy and to download', async () => {
  const page = await opened(signedIn, '/settings/security')
  await product.ageProofs()
  await served(page.getByRole('button', { name: 'Set up an app' })).then((button) => button.click())
  // What has not been proven lately is asked for, and a wrong answer is told at its field.
  const proof = page.getByRole('dialog', { name: 'Show that it is you' })
  await proof.getByLabel('Password').fill('something else entirely')
  await page.keyboard.press('Enter')
  await proof.getByRole('alert').waitFor()
  await expectAccessible(page)
  expect(await proof.getByLabel('Password').evaluate((input) => input === document.activeElement)).toBe(true)
  await proof.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  const enrol = page.getByRole('dialog', { name: 'Set up an app for codes' })
  await enrol.locator('.qr path[d^=M]').waitFor()
  secret = ((await enrol.locator('.secret').textContent()) ?? '').replaceAll(/\s/g, '')
  await expectAccessible(page)
  await enrol.getByLabel('Code').fill('000000')
  await page.keyboard.press('Enter')
  await enrol.getByText('That is not the code that your app shows now').waitFor()
  await enrol.getByLabel('Code').fill(code(-1))
  await page.keyboard.press('Enter')
  const kept = page.getByRole('dialog', { name: 'Keep these backup codes' })
  await kept.waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  backupCodes = await kept.locator('code').allTextContents()
  expect(new Set(backupCodes).size).toBe(10)
  const [download] = await Promise.all([page.waitForEvent('download'), kept.getByRole('link', { name: 'Download' }).click()])
  expect(download.suggestedFilename()).toBe('a-ems-backup-codes.txt')
  await kept.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 backup codes are left.').waitFor()
  await expectAccessible(page)
  await page.close()
}, 180_000)

test('from then on signing in asks for a code of the app, or a backup code, and a wrong one is told at its field', async () => {
  const page = await elsewhere()
  await page.getByLabel('Code').fill('000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('That code does not work').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Code').fill(code(0))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await onSecurity(page)
  await page.context().close()
  const again = await elsewhere()
  await again.getByLabel('Code').fill(backupCodes[0] ?? '')
  await again.getByRole('button', { name: 'Sign in' }).click()
  await again.getByText('9 backup codes are left.').waitFor()
  await again.context().close()
}, 120_000)

test('the app is removed after one has shown who one is, by password and code', async () => {
  await product.ageProofs()
  const page = await opened(signedIn, '/settings/security')
  await served(page.getByRole('button', { name: 'Remove the app' })).then((button) => button.click())
  await page.getByRole('dialog', { name: 'Remove the app?' }).getByRole('button', { name: 'Remove the app' }).click()
  const proof = page.getByRole('dialog', { name: 'Show that it is you' })
  await proof.getByLabel('Password').fill(password)
  await proof.getByLabel('Code').fill(backupCodes[1] ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('Your password alone signs you in.').waitFor()
  await page.close()
}, 60_000)

test('a passkey is added under a name, signs in without a password, proves who one is, and is removed', async () => {
  const page = await opened(signedIn, '/settings/security')
  await withAuthenticator(page)
  await served(page.getByRole('button', { name: 'Add a passkey' })).then((button) => button.click())
  await page.getByRole('dialog', { name: 'Add a passkey' }).getByLabel('Name').fill('Work laptop')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Work laptop' }).waitFor()
  await expectAccessible(page)
  await signedIn.clearCookies()
  await page.goto(`${product.origin}/login?next=/settings/security`)
  await served(page.getByRole('button', { name: 'Continue with a passkey' })).then((button) => button.click())
  await onSecurity(page)
  await product.ageProofs()
  await served(page.getByRole('button', { name: 'Remove Work laptop' })).then((button) => button.click())
  await page.getByRole('button', { name: 'Remove the passkey' }).click()
  await page.getByRole('button', { name: 'Use a passkey instead' }).click()
  await page.getByRole('rowheader', { name: 'Work laptop' }).waitFor({ state: 'detached' })
  await page.close()
}, 120_000)

test('no page made the browser complain', () => {
  expect(complaints).toEqual([])
})
