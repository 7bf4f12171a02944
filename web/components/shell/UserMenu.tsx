'use client'
import { useTheme } from 'next-themes'
import { startTransition, useSyncExternalStore } from 'react'
import { capitalised } from '../../format/words.ts'
import { signOut } from '../../session/actions.ts'
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLink, MenuRule } from '../controls/Menu.tsx'
import { Avatar } from './Avatar.tsx'

interface UserMenuProps {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly explorerUrl: string
}

const themes = [
  { value: 'system', name: 'As the system' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const

/** The person signed in: theme, security, sign out. */
export function UserMenu({ name, email, roles, explorerUrl }: UserMenuProps) {
  const { theme = 'system', setTheme } = useTheme()
  const known = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Menu
      label="You"
      trigger={
        <button type="button" className="who">
          <Avatar name={name} />
          <span className="whose">
            {name}
            <small>{roles.map(capitalised).join(', ') || email}</small>
          </span>
          <span className="sr-only">: theme, security, sign out</span>
        </button>
      }
    >
      <MenuLabel>{email}</MenuLabel>
      <MenuRule />
      <MenuLabel>Theme</MenuLabel>
      <MenuChoices value={known ? theme : 'system'} choices={themes} onChoose={setTheme} />
      <MenuRule />
      <MenuLink href={explorerUrl}>Explorer</MenuLink>
      <MenuLink href="/settings/security">Password and security</MenuLink>
      <MenuItem onSelect={() => startTransition(() => signOut())}>Sign out</MenuItem>
    </Menu>
  )
}

const never = () => () => undefined
