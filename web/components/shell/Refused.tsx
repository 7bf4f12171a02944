import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { graphql } from '../../gql/gql.ts'
import type { GraphFault } from '../../graph/request.ts'
import { query } from '../../graph/server.ts'
import { RetryButton } from '../tile/RetryButton.tsx'
import type { PageName } from './pages.ts'
import { Shell } from './Shell.tsx'

const Refusal = graphql(`
  query Refusal {
    me {
      ...Shell
    }
  }
`)

interface RefusedProps {
  readonly faults: readonly GraphFault[]
  readonly current: PageName
}

/**
 * Instead of a page whose operation brought nothing at all: leads whoever is not signed in, or has a one-time password
 * to replace, to where they can; says to the others what they may not see, or that the graph is away.
 */
export async function Refused({ faults, current }: RefusedProps) {
  const here = encodeURIComponent((await headers()).get('x-path') ?? '/sales')
  if (faults.some(({ code }) => code === 'UNAUTHENTICATED')) redirect(`/login?next=${here}`)
  const { data } = await query(Refusal, {})
  if (!data) return <Away message={faults[0]?.message} />
  if (!data.me) redirect(`/login?next=${here}`)
  if (data.me.mustChangePassword) redirect(`/password?next=${here}`)
  const forbidden = faults.some(({ code }) => code === 'FORBIDDEN')
  return (
    <Shell me={data.me} current={current}>
      <h1>{forbidden ? 'You may not see this page' : 'This page did not answer'}</h1>
      <p className="lede">{faults[0]?.message}</p>
      {!forbidden && <RetryButton />}
    </Shell>
  )
}

function Away({ message = 'Nothing is lost; try again in a moment.' }: { readonly message?: string | undefined }) {
  return (
    <main className="mx-auto max-w-[560px] p-8">
      <div role="alert">
        <h1>The graph did not answer</h1>
        <p className="lede">{message}</p>
      </div>
      <RetryButton />
    </main>
  )
}
