'use client'
import { capitalised } from '../format/words.ts'

/** A role that can be given. */
export interface RoleChoice {
  readonly name: string
  readonly description: string
}

interface RoleChoicesProps {
  readonly roles: readonly RoleChoice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any number of roles, each with what it is for. */
export function RoleChoices({ roles, chosen, onChange }: RoleChoicesProps) {
  return (
    <fieldset>
      <legend className="strong">Roles</legend>
      <div className="choices">
        {roles.map(({ name, description }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, name] : chosen.filter((role) => role !== name))}
            />
            <span>
              {capitalised(name)}
              <span className="meta">{description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
