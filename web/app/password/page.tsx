import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { query } from '../../graph/server.ts'
import { Door } from '../../session/Door.tsx'
import { Password } from '../../session/operations.ts'
import { PasswordForm } from '../../session/PasswordForm.tsx'
import { type SearchParams, single } from '../params.ts'

export const metadata: Metadata = { title: 'Change password' }

export default async function PasswordPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { next } = await searchParams
  const { data } = await query(Password, {})
  if (!data?.me) redirect('/login?next=/password')
  return (
    <Door>
      <PasswordForm email={data.me.user.email} first={data.me.mustChangePassword} next={single(next) ?? '/'} />
    </Door>
  )
}
