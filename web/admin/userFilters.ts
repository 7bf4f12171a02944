import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server'

export const statuses = [
  { value: 'all', name: 'All', suspended: null },
  { value: 'active', name: 'Active', suspended: false },
  { value: 'suspended', name: 'Suspended', suspended: true },
] as const

/** Which members the page lists, kept in its address. */
export const userFilterParsers = {
  search: parseAsString.withDefault(''),
  role: parseAsString.withDefault(''),
  status: parseAsStringLiteral(statuses.map(({ value }) => value)).withDefault('all'),
  after: parseAsString.withDefault(''),
}

export const loadUserFilters = createLoader(userFilterParsers)

export type UserFilterValues = Awaited<ReturnType<typeof loadUserFilters>>

/** The same as the graph's `members` takes it. */
export const membersBy = ({ search, role, status, after }: UserFilterValues) => ({
  search: search || null,
  role: role || null,
  suspended: statuses.find(({ value }) => value === status)?.suspended ?? null,
  after: after || null,
})

/** Address of the page with these filters. */
export const usersAddress = createSerializer(userFilterParsers).bind(null, '/admin/users')
