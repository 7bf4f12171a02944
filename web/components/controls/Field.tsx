import type { InputHTMLAttributes } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
}

/** An input with its label above and its hint or fault beneath. */
export function Field({ name, label, hint, fault, ...input }: FieldProps) {
  const note = fault ?? hint
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        {...input}
        aria-invalid={fault ? true : undefined}
        aria-describedby={note ? `${name}-note` : undefined}
      />
      {note && (
        <p id={`${name}-note`} className={fault ? 'fault' : 'meta'} role={fault ? 'alert' : undefined}>
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}
