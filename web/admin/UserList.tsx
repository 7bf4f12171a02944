'use client'
import { Fragment, useState } from 'react'
import { Avatar } from '../components/shell/Avatar.tsx'
import { type Clock, dayOf, moment } from '../format/moment.ts'
import { capitalised } from '../format/words.ts'
import type { MemberRowFragment } from '../gql/graphql.ts'
import { MemberDetail } from './MemberDetail.tsx'
import type { RoleChoice } from './RoleChoices.tsx'

interface UserListProps {
  readonly members: readonly MemberRowFragment[]
  readonly roles: readonly RoleChoice[]
  /** The viewer, who does not suspend themselves. */
  readonly viewerId: string
  readonly clock: Clock
}

/** Members of the company; a row opens in place. */
export function UserList({ members, roles, viewerId, clock }: UserListProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <table className="table tall open-rows">
      <thead>
        <tr>
          <th scope="col" aria-sort="ascending">
            Name
          </th>
          <th scope="col" className="wide-only">
            Roles
          </th>
          <th scope="col" className="desk-only">
            Second factor
          </th>
          <th scope="col" className="desk-only">
            Last seen
          </th>
          <th scope="col" className="n">
            <span className="sr-only">Open</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const open = member.id === openId
          return (
            <Fragment key={member.id}>
              <tr className={open ? 'open' : undefined}>
                <th scope="row">
                  <Who member={member} clock={clock} />
                </th>
                <td className="wide-only">{member.roles.map(capitalised).join(', ') || 'None'}</td>
                <td className="desk-only">
                  <SecondFactorTag member={member} />
                </td>
                <td className="desk-only">{member.lastSeenAt ? moment(member.lastSeenAt, clock) : 'Never'}</td>
                <td className="n">
                  <button
                    type="button"
                    className="btn quiet small"
                    aria-expanded={open}
                    aria-controls={open ? `member-${member.id}` : undefined}
                    onClick={() => setOpenId(open ? null : member.id)}
                  >
                    {open ? 'Close' : 'Open'}
                    <span className="sr-only"> {member.user.name}</span>
                  </button>
                </td>
              </tr>
              {open && (
                <tr className="detail" id={`member-${member.id}`}>
                  <td colSpan={5}>
                    <MemberDetail member={member} roles={roles} isViewer={member.id === viewerId} clock={clock} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Who({ member: { user, suspendedAt }, clock }: { readonly member: MemberRowFragment; readonly clock: Clock }) {
  return (
    <span className="person">
      <Avatar name={user.name} />
      <span className="min-w-0">
        <span className="strong">{user.name}</span>
        <span className="meta">{user.email}</span>
        {suspendedAt && <span className="tag bad">Suspended since {dayOf(suspendedAt, clock)}</span>}
      </span>
    </span>
  )
}

/** Those who manage others want a second factor; of the others, its absence is no news. */
function SecondFactorTag({ member: { hasSecondFactor, scopes } }: { readonly member: MemberRowFragment }) {
  if (hasSecondFactor) return 'App code'
  return scopes.includes('users:manage') ? <span className="tag warn">None</span> : <span className="muted">None</span>
}
