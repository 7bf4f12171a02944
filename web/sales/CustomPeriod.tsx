'use client'
import { Dialog } from 'radix-ui'
import { type FormEvent, useState } from 'react'
import { Field } from '../components/controls/Field.tsx'
import { daysOf } from './filters.ts'

interface CustomPeriodProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly current: { readonly from: string; readonly to: string } | null
  /** Gets `2014-01-01..2014-03-31`. */
  readonly onChoose: (period: string) => void
}

/** Asks for the first and the last day of a period. */
export function CustomPeriod({ open, onOpenChange, current, onChoose }: CustomPeriodProps) {
  const [fault, setFault] = useState<string>()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const period = `${String(form.get('from'))}..${String(form.get('to'))}`
    if (!daysOf(period)) return setFault('Enter two days, the first one first.')
    setFault(undefined)
    onChoose(period)
    onOpenChange(false)
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title asChild>
            <h2>From … to …</h2>
          </Dialog.Title>
          <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-4">
            <Field name="from" label="First day" type="date" defaultValue={current?.from} required />
            <Field name="to" label="Last day" type="date" defaultValue={current?.to} fault={fault} required />
            <div className="flex justify-end gap-2">
              <Dialog.Close className="btn quiet">Cancel</Dialog.Close>
              <button type="submit" className="btn primary">
                Show these days
              </button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
