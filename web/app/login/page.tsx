import type { Metadata } from 'next'
import { Door } from '../../session/Door.tsx'
import { LoginForm } from '../../session/LoginForm.tsx'
import { type SearchParams, single } from '../params.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function LoginPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { next } = await searchParams
  return (
    <Door>
      <LoginForm next={single(next) ?? '/'} />
    </Door>
  )
}
