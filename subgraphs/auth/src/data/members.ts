import { memberships, roles as ownRoles, secondFactors, sessions, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { nameMatches } from '@aems/kit/folding.ts'
import { loadMany, loadOne } from '@aems/kit/loaders.ts'
import { and, list } from '@aems/kit/metrics/sql.ts'
import {
  afterStart,
  type Connection,
  connection,
  type ListOrder,
  type PageArguments,
  readPage,
  sorting,
} from '@aems/kit/pages.ts'
import { isId, type Read } from '@aems/kit/rows.ts'
import { type SQL, sql } from 'drizzle-orm'
import { scopesOf } from '../domain/roles.ts'
import type { SessionRow } from './sessions.ts'

/** A member of a company. */
export interface MemberRow {
  readonly id: string
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  readonly roles: readonly string[]
  readonly scopes: readonly string[]
  readonly suspendedAt: string | null
  readonly joinedAt: string
  readonly lastSeenAt: string | null
  readonly hasSecondFactor: boolean
  readonly employeeId: string | null
  readonly salesPersonId: string | null
}

export type MemberPage = Connection<MemberRow>

export interface MemberLimits {
  readonly search?: string | null | undefined
  readonly role?: string | null | undefined
  readonly suspended?: boolean | null | undefined
}

interface Found extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly roles: string[]
  readonly own_scopes: string[]
  readonly suspended_at: string | null
  readonly created_at: string
  readonly last_seen_at: string | null
  readonly has_second_factor: boolean
  readonly employee_id: string | null
  readonly sales_person_id: string | null
}

const byName: ListOrder = {
  name: 'MEMBERS_BY_NAME',
  direction: 'asc',
  keys: [
    { sql: sql`${users.name}`, type: 'text' },
    { sql: sql`${users.id}`, type: 'uuid' },
  ],
}

const from = sql`${memberships} join ${users} on ${users.id} = ${memberships.userId}`

/** The scopes that the company's own roles add to those that come with the product. */
const ownScopes = sql`array(select distinct unnest(r.scopes) from ${ownRoles} r
  where r.tenant_id = ${memberships.tenantId} and r.name = any(${memberships.roles}))`

const selection = sql`select ${users.id} as id, ${users.name} as name, ${users.email} as email,
  ${memberships.roles} as roles, ${ownScopes} as own_scopes,
  ${memberships.suspendedAt} as suspended_at, ${memberships.createdAt} as created_at,
  ${memberships.employeeId} as employee_id, ${memberships.salesPersonId} as sales_person_id,
  (select max(s.last_seen_at) from ${sessions} s
    where s.user_id = ${users.id} and s.company_id = ${memberships.tenantId}) as last_seen_at,
  exists (select from ${secondFactors} f where f.user_id = ${users.id} and f.confirmed_at is not null) as has_second_factor`

function memberOf(found: Found): MemberRow {
  const { id, name, email, roles } = found
  return {
    id,
    user: { id, name, email },
    roles,
    scopes: [...scopesOf(roles, found.own_scopes)].sort(),
    suspendedAt: found.suspended_at,
    joinedAt: found.created_at,
    lastSeenAt: found.last_seen_at,
    hasSecondFactor: found.has_second_factor,
    employeeId: found.employee_id,
    salesPersonId: found.sales_person_id,
  }
}

/** Members of a company. */
export function memberData({ asViewer, global }: DomainDatabase, companyId: string) {
  const read: Read = (work) => asViewer({ tenantId: companyId, userId: null, scopes: [] }, work)
  const here = sql`${memberships.tenantId} = ${companyId}`
  const where = ({ search, role, suspended }: MemberLimits): SQL[] => [
    here,
    ...nameMatches(search, users.name, users.email),
    ...(role == null ? [] : [sql`${role} = any(${memberships.roles})`]),
    ...(suspended == null ? [] : [sql`(${memberships.suspendedAt} is not null) = ${suspended}`]),
  ]
  const byId = loadOne<string, MemberRow>(
    async (ids) =>
      (
        await read((tx) =>
          tx.execute<Found>(sql`${selection} from ${from} where ${and([here, sql`${users.id} = any(${list(ids, 'uuid')})`])}`),
        )
      ).map(memberOf),
    ({ id }) => id,
  )
  return {
    byId: async (id: string) => (isId(id) ? byId(id.toLowerCase()) : null),
    /** By name. */
    list: async (limits: MemberLimits, page: PageArguments): Promise<MemberPage> => {
      const place = readPage(page, byName)
      const limited = where(limits)
      const found = await read((tx) =>
        tx.execute<Found>(sql`${selection} from ${from} where ${and([...limited, ...afterStart(place, byName)])}
          order by ${sorting(byName)} limit ${place.limit + 1}`),
      )
      const total = async () => {
        const [counted] = await read((tx) =>
          tx.execute<{ count: number }>(sql`select count(*)::int as count from ${from} where ${and(limited)}`),
        )
        return counted?.count ?? 0
      }
      return connection(
        found.map((row) => ({ row: memberOf(row), keys: [row.name, row.id] })),
        place,
        byName,
        total,
      )
    },
    /** Sessions that act in the company, last seen first: 100 at most. */
    sessionsOf: loadMany<string, SessionRow>(
      async (userIds) => {
        const rows = await global
          .select()
          .from(sessions)
          .where(sql`${sessions.userId} = any(${list(userIds, 'uuid')}) and ${sessions.companyId} = ${companyId}
            and ${sessions.endedAt} is null and ${sessions.expiresAt} > now()`)
          .orderBy(sql`${sessions.lastSeenAt} desc, ${sessions.id} desc`)
        return rows
      },
      ({ userId }) => userId,
    ),
  }
}

export type Members = ReturnType<typeof memberData>
