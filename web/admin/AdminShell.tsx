import Link from 'next/link'
import type { ReactNode } from 'react'
import { type AdminPageName, adminPagesFor } from '../components/shell/pages.ts'
import { Shell } from '../components/shell/Shell.tsx'
import type { ShellFragment } from '../gql/graphql.ts'

interface AdminShellProps {
  readonly me: ShellFragment
  readonly current: AdminPageName
  /** What is there, and what of it wants a look. */
  readonly lede: ReactNode
  readonly children: ReactNode
}

/** What every page of administration stands in: its tabs are those that the viewer may use. */
export function AdminShell({ me, current, lede, children }: AdminShellProps) {
  return (
    <Shell me={me} current="Admin">
      <p className="kicker">
        <span>Admin</span>
        <span>{me.company?.name}</span>
      </p>
      <h1>{current}</h1>
      <nav className="tabs" aria-label="Administration">
        {adminPagesFor(me).map(({ name, href }) => (
          <Link key={href} href={href} aria-current={name === current ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <p className="lede">{lede}</p>
      {children}
    </Shell>
  )
}
