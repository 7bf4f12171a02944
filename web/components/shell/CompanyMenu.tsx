'use client'
import { startTransition } from 'react'
import type { ShellFragment } from '../../gql/graphql.ts'
import { switchCompany } from '../../session/actions.ts'
import { Icon } from '../controls/Icon.tsx'
import { Menu, MenuChoices, MenuLabel } from '../controls/Menu.tsx'

interface CompanyMenuProps {
  readonly company: ShellFragment['company'] | null
  readonly companies: ShellFragment['companies']
}

/** Says which company one acts in, and changes it. */
export function CompanyMenu({ company, companies }: CompanyMenuProps) {
  const name = company?.name ?? 'No company'
  if (companies.length < 2)
    return (
      <span className="company">
        <span>{name}</span>
      </span>
    )
  return (
    <Menu
      label="Company"
      trigger={
        <button type="button" className="company" aria-label={`Company: ${name}`}>
          <span>{name}</span>
          <Icon name="down" />
        </button>
      }
    >
      <MenuLabel>Act in</MenuLabel>
      <MenuChoices
        value={company?.key ?? ''}
        choices={companies.map((each) => ({ value: each.key, name: each.name }))}
        onChoose={(key) => startTransition(() => switchCompany(key))}
      />
    </Menu>
  )
}
