'use client'
import type { Clock } from '../format/moment.ts'
import type { MemberRowFragment } from '../gql/graphql.ts'
import { HelpIn } from './HelpIn.tsx'
import { MemberRoles } from './MemberRoles.tsx'
import { MemberSessionList } from './MemberSessionList.tsx'
import type { RoleChoice } from './RoleChoices.tsx'
import { Suspension } from './Suspension.tsx'

interface MemberDetailProps {
  readonly member: MemberRowFragment
  readonly roles: readonly RoleChoice[]
  readonly isViewer: boolean
  readonly clock: Clock
}

/** What an administrator can do about one member: sessions, roles, keep them out. */
export function MemberDetail({ member, roles, isViewer, clock }: MemberDetailProps) {
  return (
    <div className="two wide-gap">
      <div>
        <MemberSessionList memberId={member.id} name={member.user.name} clock={clock} />
        {!isViewer && (
          <div className="mt-4 flex flex-wrap gap-2">
            <HelpIn member={member} />
            <Suspension member={member} />
          </div>
        )}
      </div>
      <MemberRoles member={member} roles={roles} />
    </div>
  )
}
