'use client'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type DefaultValues, type Path, useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { Outcome } from '../../graph/command.ts'

interface CommandForm<Values extends Record<string, unknown>, Done> {
  /** What each field must be; its messages stand beneath the fields. */
  readonly schema: z.ZodType<Values, Values>
  readonly start: DefaultValues<Values>
  readonly send: (values: Values) => Promise<Outcome<Done>>
  readonly onDone: (done: Done) => void
}

/** A form that sends one command. What is wrong, here or by the graph's word, stands at its field, and the focus goes there. */
export function useCommandForm<Values extends Record<string, unknown>, Done>({
  schema,
  start,
  send,
  onDone,
}: CommandForm<Values, Done>) {
  const form = useForm<Values>({ resolver: standardSchemaResolver(schema), defaultValues: start })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (values) => {
    const { done, refused } = await send(values)
    if (!refused) return onDone(done)
    const field = refused.field !== null && refused.field in values ? (refused.field as Path<Values>) : 'root'
    form.setError(field, { message: refused.message }, { shouldFocus: true })
  })
  return {
    submit,
    sending: isSubmitting,
    /** Why the form as a whole was refused. */
    fault: errors.root?.message,
    /** Properties of the `Field` of this name. */
    field: (name: Path<Values>) => ({ ...form.register(name), fault: faultOf(errors, name) }),
    form,
  }
}

function faultOf(errors: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const error = errors[name]
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : undefined
}
