import type { Metadata } from 'next'
import Link from 'next/link'
import { query } from '../../graph/server.ts'
import { Door } from '../../session/Door.tsx'
import { WaysToSignIn } from '../../session/linkOperations.ts'
import { RegisterForm } from '../../session/RegisterForm.tsx'

export const metadata: Metadata = { title: 'Make an account' }

export default async function RegisterPage() {
  const { data } = await query(WaysToSignIn, {})
  return (
    <Door>
      {data?.waysToSignIn?.registration === 'OPEN' ? (
        <RegisterForm />
      ) : (
        <div className="door-body">
          <h1>Accounts are made by invitation here</h1>
          <p className="lede">Ask somebody who manages users of your company: a link comes by mail.</p>
          <Link className="btn" href="/login">
            Back to signing in
          </Link>
        </div>
      )}
    </Door>
  )
}
