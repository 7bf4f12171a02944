import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults } from './axe.ts'
import { launch } from './chromium.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let signedIn: BrowserContext
const complaints: string[] = []
const password = 'seven hills of green tea'

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launch()])
  signedIn = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await opened('/chat')
  await page.getByLabel('E-mail').fill(product.email)
  await page.getByLabel('Password').fill(product.oneTimePassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/password?**')
  await page.getByLabel('One-time password').fill(product.oneTimePassword)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.waitForURL('**/chat')
  await page.close()
}, 480_000)

afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function opened(path: string): Promise<Page> {
  const page = await signedIn.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(path.startsWith('http') ? path : product.origin + path, { waitUntil: 'load' })
  await page.locator('h1').first().waitFor({ state: 'attached' })
  return page
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Ask a question').fill(question)
  await page.keyboard.press('Enter')
}

const answered = (page: Page, heading: string) =>
  page.locator('article:not([aria-busy])').filter({ has: page.getByRole('heading', { name: heading, exact: true }) })

test('a part of what was understood is replaced, taken out and added, and picture and table are shown as one likes', async () => {
  const page = await opened('/chat')
  await ask(page, 'revenue by territory in 2025')
  const first = answered(page, 'revenue by territory in 2025')
  await first.locator('.say').waitFor()
  await first.getByRole('button', { name: 'by territory', exact: true }).click()
  await page.getByRole('button', { name: 'by channel', exact: true }).click()
  const second = answered(page, 'Net revenue by channel in 2025')
  await second.getByRole('columnheader', { name: 'Channel' }).waitFor()
  await second.getByRole('button', { name: 'Table', exact: true }).click()
  expect(await second.getByRole('table').count()).toBe(0)
  expect(await second.getByRole('figure').count()).toBe(1)
  await second.getByRole('button', { name: 'Chart', exact: true }).click()
  expect(await second.getByRole('figure').count()).toBe(1)
  await second.getByRole('button', { name: 'Add' }).click()
  await page.getByLabel('Only, without, with …').fill('without South')
  await page.keyboard.press('Enter')
  const third = answered(page, 'without South')
  await third.getByRole('button', { name: 'without South' }).click()
  expect((await faults(page)).filter((fault) => !fault.startsWith('region'))).toEqual([])
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(() => answered(page, 'Net revenue by channel in 2025').count()).toBe(2)
  await page.close()
}, 60_000)

test('what is on its way can be stopped, and leaves nothing behind', async () => {
  const page = await opened('/chat')
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue().catch(() => {})
  })
  await ask(page, 'revenue in 2025')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText('Stopped. Nothing was kept.').waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await answered(page, 'revenue in 2025').locator('.say').waitFor()
  await page.waitForURL('**/chat/*')
  await page.reload()
  expect(await page.getByRole('article').count()).toBe(1)
  await page.close()
}, 60_000)

test('past conversations are found by their titles, and shared by a link under which each reader asks anew', async () => {
  const page = await opened('/chat')
  await ask(page, 'orders by channel in 2025')
  await answered(page, 'orders by channel in 2025').locator('.say').waitFor()
  await page.getByLabel('Search your conversations').fill('orders by')
  const past = page.getByRole('complementary', { name: 'Conversations' })
  await expect.poll(() => past.getByRole('listitem').count()).toBe(1)
  await past.getByRole('button', { name: 'Share, rename or delete: orders by channel in 2025' }).click()
  await page.getByRole('menuitem', { name: 'Share by link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  const reader = await opened(link)
  await answered(reader, 'orders by channel in 2025').locator('.say').waitFor()
  expect(await reader.getByText('shared by').textContent()).toContain('orders by channel in 2025')
  await reader.waitForURL(/chat\/(?!shared)/)
  await page.getByRole('button', { name: 'Stop sharing' }).click()
  await page.getByText('No longer shared').waitFor()
  const gone = await signedIn.newPage()
  expect((await gone.goto(link))?.status()).toBe(404)
  await Promise.all([page.close(), reader.close(), gone.close()])
}, 60_000)

test('an owner marks an answer right, and teaches a word that is understood at once', async () => {
  const page = await opened('/chat')
  await ask(page, 'orders in 2025')
  const first = answered(page, 'orders in 2025')
  await first.getByRole('button', { name: 'Mark right' }).click()
  await first.getByRole('button', { name: 'Marked right' }).waitFor()
  await first.getByRole('button', { name: 'Teach a word' }).click()
  await page.getByLabel('The word, such as Nordics').fill('revenue')
  await page.getByLabel('What it means').fill('North and South')
  await page.getByRole('button', { name: 'Teach', exact: true }).click()
  await page.getByText('means something already').waitFor()
  expect((await faults(page)).filter((fault) => !fault.startsWith('region'))).toEqual([])
  await page.getByLabel('The word, such as Nordics').fill('borderlands')
  await page.getByRole('button', { name: 'Teach', exact: true }).click()
  await first.getByText('Learnt').waitFor()
  await ask(page, 'revenue of the borderlands in 2025')
  await page.getByText('“borderlands” means North and South here').first().waitFor()
  await page.close()
}, 60_000)

test('no page made the browser complain', () => {
  expect(complaints).toEqual([])
})
