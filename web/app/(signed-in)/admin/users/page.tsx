import type { Metadata } from 'next'
import Link from 'next/link'
import { AdminShell } from '../../../../admin/AdminShell.tsx'
import { Invite } from '../../../../admin/Invite.tsx'
import { UserFilters } from '../../../../admin/UserFilters.tsx'
import { UserList } from '../../../../admin/UserList.tsx'
import { loadUserFilters, membersBy, type UserFilterValues, usersAddress } from '../../../../admin/userFilters.ts'
import { UsersPage } from '../../../../admin/userOperations.ts'
import { Refused } from '../../../../components/shell/Refused.tsx'
import { clockOf } from '../../../../components/shell/Shell.tsx'
import { counted } from '../../../../format/words.ts'
import type { UsersPageQuery } from '../../../../gql/graphql.ts'
import { query } from '../../../../graph/server.ts'
import type { SearchParams } from '../../../params.ts'

export const metadata: Metadata = { title: 'Users' }

export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const filters = await loadUserFilters(searchParams)
  const { data, faults } = await query(UsersPage, membersBy(filters))
  if (!data?.me || !data.members) return <Refused faults={faults} current="Admin" />
  const { members, me } = data
  const roles = data.roles ?? []
  const { hasNextPage, endCursor } = members.pageInfo
  return (
    <AdminShell me={me} current="Users" lede={<Finding members={members} filters={filters} />}>
      <div className="tools">
        <UserFilters roles={roles.map(({ name }) => name)} />
        <Invite roles={roles} />
      </div>
      {members.nodes.length === 0 ? (
        <p className="muted">Nobody is like that. Type less of the name, or take a filter out.</p>
      ) : (
        <UserList members={members.nodes} roles={roles} viewerId={me.user.id} clock={clockOf(me)} />
      )}
      <p className="mt-3 flex gap-4">
        {filters.after && <Link href={usersAddress({ ...filters, after: '' })}>First page</Link>}
        {hasNextPage && endCursor && <Link href={usersAddress({ ...filters, after: endCursor })}>Next page</Link>}
      </p>
    </AdminShell>
  )
}

interface FindingProps {
  readonly members: NonNullable<UsersPageQuery['members']>
  readonly filters: UserFilterValues
}

/** How many there are, and, where all of them are in sight, who manages others by a password alone. */
function Finding({ members, filters }: FindingProps) {
  const { search, role, status, after } = filters
  const everyone = !search && !role && status === 'all' && !after && !members.pageInfo.hasNextPage
  const bare = members.nodes.filter(({ scopes, hasSecondFactor }) => scopes.includes('users:manage') && !hasSecondFactor).length
  return (
    <>
      {counted(members.totalCount, 'person', 'people')}
      {search || role || status !== 'all' ? ' by these filters' : ''}.{' '}
      {everyone && bare > 0 && (
        <strong className="text-ink">
          {bare === 1 ? 'One who manages users signs' : `${bare} who manage users sign`} in by a password alone.
        </strong>
      )}
    </>
  )
}
