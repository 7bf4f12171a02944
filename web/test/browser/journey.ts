import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { faults } from './axe.ts'
import type { Product } from './product.ts'

/** What a browser complained about: scripts that failed, policies that were broken. */
export const complaints: string[] = []

/** A page of the product in a tab of its own; what the browser complains about there is kept. */
export async function opened({ origin }: Product, context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(origin + path, { waitUntil: 'load' })
  // A page comes in parts: first its frame, then what it is about.
  await page.locator('h1').first().waitFor({ state: 'attached' })
  return page
}

/** Waits until scripts serve an element: a key pressed before that opens a menu without a place in it. */
export async function served(element: Locator): Promise<Locator> {
  await element.waitFor()
  const hasProps = () => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')))
  await expect.poll(hasProps, { timeout: 10_000 }).toBe(true)
  return element
}

/** Types what signs in, and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in for the first time, and replaces the one-time password. */
export async function firstSignIn(page: Page, { email, oneTimePassword }: Product, password: string): Promise<void> {
  await signIn(page, email, oneTimePassword)
  await page.waitForURL(/\/password/)
  await page.getByLabel('One-time password').fill(oneTimePassword)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
}

const sizes = [390, 768, 1440] as const
/** On a phone, a tablet and a desk; dark on one of them, since colours are the same on all. */
const looks = [...sizes.map((width) => ({ colorScheme: 'light', width }) as const), { colorScheme: 'dark', width: 1440 } as const]

/** Holds a page as it stands to axe and to its width, light and dark. */
export async function expectAccessible(page: Page, { besides = [] }: { besides?: readonly string[] } = {}): Promise<void> {
  const path = new URL(page.url()).pathname
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const found = (await faults(page)).filter((fault) => !besides.some((each) => fault.startsWith(each)))
    expect({ path, colorScheme, width, faults: found }).toEqual({ path, colorScheme, width, faults: [] })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
}
