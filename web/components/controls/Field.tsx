import { type ComponentProps, type ReactNode, useId } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly fault?: string | undefined
  /** At the right of the label: what helps whoever cannot fill it. */
  readonly beside?: ReactNode
}

/** An input with its label above and its hint or fault beneath. */
export function Field({ name, label, hint, fault, beside, ...input }: FieldProps) {
  const id = useId()
  const note = fault ?? hint
  return (
    <div className="field">
      <div className="label-row">
        <label htmlFor={id}>{label}</label>
        {beside}
      </div>
      <input
        {...input}
        id={id}
        name={name}
        aria-invalid={fault ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note && (
        <p id={`${id}-note`} className={fault ? 'fault' : 'meta'} role={fault ? 'alert' : undefined}>
          <span>{note}</span>
        </p>
      )}
    </div>
  )
}

/** Why a form as a whole was refused. */
export function FormFault({ message }: { readonly message: string | undefined }) {
  if (!message) return null
  return (
    <p className="fault" role="alert">
      <span>{message}</span>
    </p>
  )
}
