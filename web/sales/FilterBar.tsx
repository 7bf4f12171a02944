'use client'
import { useQueryStates } from 'nuqs'
import { useEffect, useState, useTransition } from 'react'
import { Chip } from '../components/controls/Chip.tsx'
import { Icon } from '../components/controls/Icon.tsx'
import { Menu, MenuCheck, MenuChoices, MenuItem, MenuRule } from '../components/controls/Menu.tsx'
import { CustomPeriod } from './CustomPeriod.tsx'
import { comparisons, daysOf, dimensions, filterParsers, periods } from './filters.ts'

interface FilterMember {
  readonly value: string
  readonly label: string
}

interface FilterBarProps {
  /** Members to choose from, by dimension; an empty list leaves its chip out. */
  readonly members: Readonly<Record<(typeof dimensions)[number]['key'], readonly FilterMember[]>>
  /** What the period came to: `March 2014`. */
  readonly periodName: string
  /** What it is held against: `February 2014`. */
  readonly againstName: string
}

/** Period, comparison and filters of the whole page, kept in its address. */
export function FilterBar({ members, periodName, againstName }: FilterBarProps) {
  const [pending, startTransition] = useTransition()
  const [filters, setFilters] = useQueryStates(filterParsers, { shallow: false, history: 'push', startTransition })
  const [custom, setCustom] = useState(false)
  useBusyPage(pending)
  return (
    <fieldset className="filters">
      <legend className="sr-only">Period and filters for the whole page</legend>
      <Menu label="Period" trigger={<Chip name="Period" value={periodName} set />}>
        <MenuChoices
          value={daysOf(filters.period) ? '' : filters.period}
          choices={periods}
          onChoose={(period) => void setFilters({ period })}
        />
        <MenuRule />
        <MenuItem onSelect={() => setCustom(true)}>From … to …</MenuItem>
      </Menu>
      <Menu label="Compare with" trigger={<Chip name="Against" value={againstName} set={filters.against !== 'none'} />}>
        <MenuChoices
          value={filters.against}
          choices={comparisons}
          onChoose={(value) => void setFilters({ against: comparisons.find((each) => each.value === value)?.value ?? null })}
        />
      </Menu>
      {dimensions.map(({ key, name }) =>
        members[key].length === 0 && filters[key].length === 0 ? null : (
          <MembersChip
            key={key}
            name={name}
            members={members[key]}
            chosen={filters[key]}
            onChange={(chosen) => void setFilters({ [key]: chosen.length > 0 ? chosen : null })}
          />
        ),
      )}
      <CustomPeriod
        open={custom}
        onOpenChange={setCustom}
        current={daysOf(filters.period)}
        onChoose={(period) => void setFilters({ period })}
      />
    </fieldset>
  )
}

/** The page below is marked busy while its new figures are on their way. */
function useBusyPage(busy: boolean): void {
  useEffect(() => {
    const page = document.getElementById('figures')
    page?.classList.toggle('pending', busy)
    page?.setAttribute('aria-busy', String(busy))
  }, [busy])
}

interface MembersChipProps {
  readonly name: string
  readonly members: readonly FilterMember[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

function MembersChip({ name, members, chosen, onChange }: MembersChipProps) {
  const names = chosen.map((value) => members.find((member) => member.value === value)?.label ?? value)
  const value = names.length > 2 ? `${names.slice(0, 2).join(', ')} + ${names.length - 2}` : names.join(', ') || 'All'
  return (
    <span className="chip-pair">
      <Menu label={name} trigger={<Chip name={name} value={value} set={chosen.length > 0} />}>
        {members.map((member) => (
          <MenuCheck
            key={member.value}
            checked={chosen.includes(member.value)}
            onChange={(checked) => onChange(checked ? [...chosen, member.value] : chosen.filter((each) => each !== member.value))}
          >
            {member.label}
          </MenuCheck>
        ))}
      </Menu>
      {chosen.length > 0 && (
        <button
          type="button"
          className="chip set"
          aria-label={`Remove the ${name.toLowerCase()} filter`}
          onClick={() => onChange([])}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
