/** What of the viewer decides which pages they may use. */
export interface PageViewer {
  readonly scopes: readonly string[]
  readonly isOperator: boolean
}

/** A page of the product, and whom it serves. */
interface MainPage {
  readonly name: string
  readonly href: string
  readonly serves: (viewer: PageViewer) => boolean
}

const holding =
  (...scopes: readonly string[]) =>
  (viewer: PageViewer): boolean =>
    scopes.some((scope) => viewer.scopes.includes(scope))

const business = [
  { name: 'Sales', href: '/sales', serves: holding('sales:read') },
  { name: 'Ask', href: '/chat', serves: holding('ai:ask') },
] as const satisfies readonly MainPage[]

const administration = [
  { name: 'Users', href: '/admin/users', serves: holding('users:manage') },
  { name: 'Invitations', href: '/admin/invitations', serves: holding('users:manage') },
  { name: 'Roles', href: '/admin/roles', serves: holding('roles:manage', 'users:manage') },
  { name: 'Outbox', href: '/admin/outbox', serves: ({ isOperator }: PageViewer) => isOperator },
] as const satisfies readonly MainPage[]

/** What the side bar and the phone's tab bar call a page; Security is reached from one's own menu. */
export type PageName = (typeof business)[number]['name'] | 'Admin' | 'Security'
export type AdminPageName = (typeof administration)[number]['name']

/** Pages of administration that the viewer may use, in the order of their tabs. */
export const adminPagesFor = (viewer: PageViewer) => administration.filter(({ serves }) => serves(viewer))

/** The pages that the viewer may use, in the order in which they stand. */
export function pagesFor(viewer: PageViewer): readonly { readonly name: PageName; readonly href: string }[] {
  const admin = adminPagesFor(viewer)[0]
  return [...business.filter(({ serves }) => serves(viewer)), ...(admin ? [{ name: 'Admin' as const, href: admin.href }] : [])]
}

/** Where the viewer begins. */
export const firstPage = (viewer: PageViewer): string => pagesFor(viewer)[0]?.href ?? '/settings/security'
