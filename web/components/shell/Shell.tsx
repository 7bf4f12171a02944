import Link from 'next/link'
import type { ReactNode } from 'react'
import { env } from '../../env.ts'
import { graphql } from '../../gql/gql.ts'
import type { ShellFragment } from '../../gql/graphql.ts'
import { CompanyMenu } from './CompanyMenu.tsx'
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
  }
`)

const pages = [
  { href: '/sales', name: 'Sales' },
  { href: '/chat', name: 'Ask' },
] as const

export type PageName = (typeof pages)[number]['name']

interface ShellProps {
  readonly me: ShellFragment
  readonly current: PageName
  readonly children: ReactNode
}

/** What every page stands in: side bar, on phones a tab bar, and the page itself. */
export function Shell({ me, current, children }: ShellProps) {
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
          <PageLinks current={current} />
          <a href={env.explorerUrl} target="_blank" rel="noreferrer">
            Explorer
          </a>
        </nav>
        <UserMenu name={me.user.name} email={me.user.email} roles={me.roles} explorerUrl={env.explorerUrl} />
      </header>
      <nav className="tabbar" aria-label="Main, phone">
        <PageLinks current={current} />
      </nav>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function PageLinks({ current }: { readonly current: PageName }) {
  return pages.map(({ href, name }) => (
    <Link key={href} href={href} aria-current={name === current ? 'page' : undefined}>
      {name}
    </Link>
  ))
}
