import type { Metadata } from 'next'
import { query } from '../../graph/server.ts'
import { Door } from '../../session/Door.tsx'
import { LoginForm } from '../../session/LoginForm.tsx'
import { WaysToSignIn } from '../../session/linkOperations.ts'
import { type SearchParams, single } from '../params.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function LoginPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const [{ next }, { data }] = await Promise.all([searchParams, query(WaysToSignIn, {})])
  return (
    <Door>
      <LoginForm next={single(next) ?? '/'} isOpen={data?.waysToSignIn?.registration === 'OPEN'} />
    </Door>
  )
}
