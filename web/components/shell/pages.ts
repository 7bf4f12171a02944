/** A page of the product, and whom it serves. */
interface MainPage {
  readonly name: string
  readonly href: string
  /** Any of these is enough. */
  readonly scopes: readonly string[]
}

const business = [
  { name: 'Sales', href: '/sales', scopes: ['sales:read'] },
  { name: 'Ask', href: '/chat', scopes: ['ai:ask'] },
] as const satisfies readonly MainPage[]

/** Pages of administration, in the order of their tabs. */
export const adminPages = [
  { name: 'Users', href: '/admin/users', scopes: ['users:manage'] },
] as const satisfies readonly MainPage[]

/** What the side bar and the phone's tab bar call a page; Security is reached from one's own menu. */
export type PageName = (typeof business)[number]['name'] | 'Admin' | 'Security'
export type AdminPageName = (typeof adminPages)[number]['name']

const serves = (scopes: readonly string[]) => (page: MainPage) => page.scopes.some((scope) => scopes.includes(scope))

/** The pages that someone with these scopes may use, in the order in which they stand. */
export function pagesFor(scopes: readonly string[]): readonly { readonly name: PageName; readonly href: string }[] {
  const admin = adminPagesFor(scopes)[0]
  return [...business.filter(serves(scopes)), ...(admin ? [{ name: 'Admin' as const, href: admin.href }] : [])]
}

/** Pages of administration that someone with these scopes may use. */
export const adminPagesFor = (scopes: readonly string[]) => adminPages.filter(serves(scopes))

/** Where someone with these scopes begins. */
export const firstPage = (scopes: readonly string[]): string => pagesFor(scopes)[0]?.href ?? '/settings/security'
