'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface MenuProps {
  /** The button that opens it; takes a ref. */
  readonly trigger: ReactNode
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

/** A menu that drops from its button. Keyboard, focus and placement are Radix's. */
export function Menu({ trigger, label, align = 'start', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" aria-label={label} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export const MenuLabel = ({ children }: { readonly children: ReactNode }) => (
  <DropdownMenu.Label className="menu-label">{children}</DropdownMenu.Label>
)

export const MenuRule = () => <DropdownMenu.Separator className="menu-rule" />

interface MenuItemProps {
  readonly onSelect: () => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

export const MenuItem = ({ onSelect, disabled = false, children }: MenuItemProps) => (
  <DropdownMenu.Item className="menu-item" disabled={disabled} onSelect={onSelect}>
    {children}
  </DropdownMenu.Item>
)

/** An item that leads to another page. */
export const MenuLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <DropdownMenu.Item className="menu-item" asChild>
    <a href={href}>{children}</a>
  </DropdownMenu.Item>
)

interface MenuChoicesProps {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly name: string }[]
  readonly onChoose: (value: string) => void
}

/** One of several. */
export function MenuChoices({ value, choices, onChoose }: MenuChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
      {choices.map((choice) => (
        <DropdownMenu.RadioItem key={choice.value} value={choice.value} className="menu-item">
          {choice.name}
          <DropdownMenu.ItemIndicator className="tick">
            <Icon name="check" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface MenuCheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

/** One of any number; the menu stays open for the next. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      {children}
      <DropdownMenu.ItemIndicator className="tick">
        <Icon name="check" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  )
}
