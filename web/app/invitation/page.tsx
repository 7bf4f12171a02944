import type { Metadata } from 'next'
import { query } from '../../graph/server.ts'
import { AcceptInvitationForm } from '../../session/AcceptInvitationForm.tsx'
import { Door } from '../../session/Door.tsx'
import { Password } from '../../session/operations.ts'

export const metadata: Metadata = { title: 'Invitation' }

export default async function InvitationPage() {
  const { data } = await query(Password, {})
  return (
    <Door>
      <AcceptInvitationForm signedInAs={data?.me?.user.email ?? null} />
    </Door>
  )
}
