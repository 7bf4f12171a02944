import type { Metadata } from 'next'
import { AdminShell } from '../../../../admin/AdminShell.tsx'
import { InvitationList } from '../../../../admin/InvitationList.tsx'
import { Invite } from '../../../../admin/Invite.tsx'
import { InvitationsPage } from '../../../../admin/invitationOperations.ts'
import { Refused } from '../../../../components/shell/Refused.tsx'
import { clockOf } from '../../../../components/shell/Shell.tsx'
import { counted } from '../../../../format/words.ts'
import { query } from '../../../../graph/server.ts'

export const metadata: Metadata = { title: 'Invitations' }

export default async function Page() {
  const { data, faults } = await query(InvitationsPage, {})
  if (!data?.me || !data.invitations) return <Refused faults={faults} current="Admin" />
  const open = data.invitations.filter(({ status }) => status === 'OPEN').length
  return (
    <AdminShell
      me={data.me}
      current="Invitations"
      lede={
        open === 0
          ? 'No invitation waits for an answer.'
          : `${counted(open, 'invitation waits', 'invitations wait')} for an answer.`
      }
    >
      <div className="tools">
        <Invite roles={data.roles ?? []} />
      </div>
      {data.invitations.length === 0 ? (
        <p className="muted">Whom you invite stands here, with what became of it.</p>
      ) : (
        <InvitationList invitations={data.invitations} clock={clockOf(data.me)} />
      )}
    </AdminShell>
  )
}
