import { companies, memberships, users } from '@aems/drizzle/auth/tables.ts'
import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { loadOne } from '@aems/kit/loaders.ts'
import { rowViewer } from '@aems/kit/row-viewer.ts'
import type { Company, Viewer } from '@aems/kit/viewer.ts'
import { and, eq, inArray, isNull } from 'drizzle-orm'

/** A person, as others see them. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** People and companies as the viewer may know of them: themselves, members of their company, companies that they belong to. */
export function peopleData({ asViewer }: DomainDatabase, viewer: Viewer | null) {
  return {
    person: loadOne<string, Person>(
      async (ids) =>
        viewer === null
          ? []
          : asViewer(rowViewer(viewer), (tx) =>
              tx
                .selectDistinct({ id: users.id, name: users.name, email: users.email })
                .from(users)
                .innerJoin(memberships, eq(memberships.userId, users.id))
                .where(inArray(users.id, [...ids])),
            ),
      ({ id }) => id,
    ),
    company: loadOne<string, Company>(
      async (ids) =>
        viewer === null
          ? []
          : asViewer(rowViewer(viewer), (tx) =>
              tx
                .select({
                  id: companies.id,
                  key: companies.key,
                  name: companies.name,
                  currency: companies.currency,
                  fiscalYearStartMonth: companies.fiscalYearStartMonth,
                  timeZone: companies.timeZone,
                  asOf: companies.asOf,
                })
                .from(companies)
                .innerJoin(
                  memberships,
                  and(
                    eq(memberships.tenantId, companies.id),
                    eq(memberships.userId, viewer.user.id),
                    isNull(memberships.suspendedAt),
                  ),
                )
                .where(inArray(companies.id, [...ids])),
            ),
      ({ id }) => id,
    ),
  }
}

export type People = ReturnType<typeof peopleData>
