'use client'
import { useQueryStates } from 'nuqs'
import { useEffect, useState } from 'react'
import { Chip } from '../components/controls/Chip.tsx'
import { Menu, MenuChoices } from '../components/controls/Menu.tsx'
import { capitalised } from '../format/words.ts'
import { statuses, userFilterParsers } from './userFilters.ts'

/** A pause in typing after which the list follows. */
const pause = 300

/** Limits the list to a name, a role, a status; the address keeps it. */
export function UserFilters({ roles }: { readonly roles: readonly string[] }) {
  const [filters, setFilters] = useQueryStates(userFilterParsers, { shallow: false, history: 'replace' })
  const [typed, setTyped] = useState(filters.search)
  useEffect(() => {
    if (typed.trim() === filters.search) return
    const late = setTimeout(() => void setFilters({ search: typed.trim() || null, after: null }), pause)
    return () => clearTimeout(late)
  }, [typed, filters.search, setFilters])
  return (
    <>
      <input
        type="search"
        className="search"
        aria-label="Find somebody"
        placeholder="Name or e-mail"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Menu label="Role" trigger={<Chip name="Role" value={capitalised(filters.role || 'all')} set={filters.role !== ''} />}>
        <MenuChoices
          value={filters.role}
          choices={[{ value: '', name: 'All' }, ...roles.map((role) => ({ value: role, name: capitalised(role) }))]}
          onChoose={(role) => void setFilters({ role: role || null, after: null })}
        />
      </Menu>
      <Menu label="Status" trigger={<Chip name="Status" value={capitalised(filters.status)} set={filters.status !== 'all'} />}>
        <MenuChoices
          value={filters.status}
          choices={statuses}
          onChoose={(value) =>
            void setFilters({ status: statuses.find((each) => each.value === value)?.value ?? null, after: null })
          }
        />
      </Menu>
    </>
  )
}
