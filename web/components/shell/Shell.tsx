import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { env } from '../../env.ts'
import type { Clock } from '../../format/moment.ts'
import { graphql } from '../../gql/gql.ts'
import type { ShellFragment } from '../../gql/graphql.ts'
import { CompanyMenu } from './CompanyMenu.tsx'
import { type PageName, type PageViewer, pagesFor } from './pages.ts'
import { UserMenu } from './UserMenu.tsx'

graphql(`
  fragment Shell on Me {
    user {
      id
      name
      email
    }
    company {
      id
      key
      name
      currency
      timeZone
      asOf
    }
    companies {
      id
      key
      name
    }
    roles
    scopes
    mustChangePassword
    isOperator
  }
`)

interface ShellProps {
  readonly me: ShellFragment
  readonly current: PageName
  readonly children: ReactNode
}

/** What every page stands in: side bar, on phones a tab bar, and the page itself. */
export async function Shell({ me, current, children }: ShellProps) {
  // Whoever holds a one-time password sees to it first, on whatever page they begin.
  if (me.mustChangePassword) redirect(`/password?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  return (
    <div className="frame">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="side">
        <div className="brand">
          <b aria-hidden="true">A</b>
          <CompanyMenu company={me.company ?? null} companies={me.companies} />
        </div>
        <nav aria-label="Main">
          <PageLinks viewer={me} current={current} />
          <a href={env.explorerUrl} target="_blank" rel="noreferrer">
            Explorer
          </a>
        </nav>
        <UserMenu name={me.user.name} email={me.user.email} roles={me.roles} explorerUrl={env.explorerUrl} />
      </header>
      <nav className="tabbar" aria-label="Main, phone">
        <PageLinks viewer={me} current={current} />
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

interface PageLinksProps {
  readonly viewer: PageViewer
  readonly current: PageName
}

function PageLinks({ viewer, current }: PageLinksProps) {
  return pagesFor(viewer).map(({ href, name }) => (
    <Link key={href} href={href} aria-current={name === current ? 'page' : undefined}>
      {name}
    </Link>
  ))
}

/** The moment of this request, as the company's days go. */
export const clockOf = (me: ShellFragment): Clock => ({
  now: new Date().toISOString(),
  timeZone: me.company?.timeZone ?? 'UTC',
})
