import type { ComponentProps } from 'react'
import { Icon } from './Icon.tsx'

interface ChipProps extends ComponentProps<'button'> {
  readonly name: string
  readonly value: string
  readonly set: boolean
}

/** A button that shows one part of a page's scope. Passes on what its menu wants of it. */
export function Chip({ name, value, set, ...button }: ChipProps) {
  return (
    <button type="button" {...button} className={set ? 'chip set' : 'chip'}>
      <span className="name">{name}</span>
      <span className="value">{value}</span>
      <Icon name="down" />
    </button>
  )
}
