/** A page of the product, and whom it serves. */
interface MainPage {
  readonly name: string
  readonly href: string
  /** Any of these is enough. */
  readonly scopes: readonly string[]
}

const pages = [
  { name: 'Sales', href: '/sales', scopes: ['sales:read'] },
  { name: 'Ask', href: '/chat', scopes: ['ai:ask'] },
] as const satisfies readonly MainPage[]

/** What the side bar and the phone's tab bar call a page; Security is reached from one's own menu. */
export type PageName = (typeof pages)[number]['name'] | 'Security'

/** The pages that someone with these scopes may use, in the order in which they stand. */
export function pagesFor(scopes: readonly string[]): readonly { readonly name: PageName; readonly href: string }[] {
  return pages.filter((page: MainPage) => page.scopes.some((scope) => scopes.includes(scope)))
}

/** Where someone with these scopes begins. */
export const firstPage = (scopes: readonly string[]): string => pagesFor(scopes)[0]?.href ?? '/settings/security'
