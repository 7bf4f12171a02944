'use client'
import '../components/controls/pageNonce.ts'
import { Dialog } from 'radix-ui'
import { type FormEvent, useState } from 'react'
import { Field } from '../components/controls/Field.tsx'
import { browserGraph } from '../graph/browser.ts'
import type { Answer } from './answer.ts'
import { DefineTerm, VerifyAnswer } from './operations.ts'

const away = 'The graph did not answer. Try again in a moment.'

/** Lets an owner mark an answer right or wrong, say what would have been right, and teach the company's own words. */
export function Verdict({ answer }: { readonly answer: Answer }) {
  const [verdict, setVerdict] = useState(answer.verdict ?? null)
  const [open, setOpen] = useState<'wrong' | 'term' | null>(null)
  const [said, setSaid] = useState('')

  const verify = async (to: 'RIGHT' | 'WRONG', means: string | null): Promise<string | null> => {
    const { data, error } = await browserGraph().mutate({
      mutation: VerifyAnswer,
      variables: { input: { answerId: answer.id, verdict: to, means } },
      errorPolicy: 'all',
    })
    const result = data?.verifyAnswer
    if (result?.__typename !== 'AnswerVerified') return result?.message ?? error?.message ?? away
    setVerdict(to)
    setSaid(to === 'RIGHT' ? 'Marked right: it stays so.' : 'Marked wrong: it is not given any more.')
    return null
  }
  const right = async () => {
    const fault = await verify('RIGHT', null).catch(() => away)
    if (fault) setSaid(fault)
  }
  return (
    <div className="sources">
      <button type="button" aria-pressed={verdict === 'RIGHT'} onClick={() => void right()}>
        {verdict === 'RIGHT' ? 'Marked right' : 'Mark right'}
      </button>
      <button type="button" aria-pressed={verdict === 'WRONG'} onClick={() => setOpen('wrong')}>
        {verdict === 'WRONG' ? 'Marked wrong' : 'Mark wrong'}
      </button>
      <button type="button" onClick={() => setOpen('term')}>
        Teach a word
      </button>
      <span aria-live="polite">{said}</span>
      <Dialog.Root open={open !== null} onOpenChange={(to) => to || setOpen(null)}>
        <Dialog.Portal>
          <Dialog.Overlay className="scrim" />
          <Dialog.Content className="dialog" aria-describedby={undefined}>
            {open === 'wrong' && (
              <Teaching
                title="What would have been right?"
                action="Mark wrong"
                fields={[{ name: 'means', label: 'The question in words that I understand (may stay empty)', required: false }]}
                onSave={({ means }) => verify('WRONG', means || null)}
                onDone={() => setOpen(null)}
              />
            )}
            {open === 'term' && (
              <Teaching
                title="Teach a word of your company"
                action="Teach"
                fields={[
                  { name: 'words', label: 'The word, such as Nordics', required: true },
                  { name: 'means', label: 'What it means, such as Denmark, Norway and Sweden', required: true },
                ]}
                onSave={defineTerm}
                onDone={() => {
                  setOpen(null)
                  setSaid('Learnt: it holds for everybody in the company.')
                }}
              />
            )}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </div>
  )
}

/** @returns what keeps it from being learnt; null where it is. */
async function defineTerm({ words = '', means = '' }: Readonly<Record<string, string>>): Promise<string | null> {
  const { data, error } = await browserGraph().mutate({
    mutation: DefineTerm,
    variables: { input: { words, means } },
    errorPolicy: 'all',
  })
  const result = data?.defineTerm
  return result?.__typename === 'TermDefined' ? null : (result?.message ?? error?.message ?? away)
}

interface TeachingProps {
  readonly title: string
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly label: string; readonly required: boolean }[]
  /** Gives what keeps it from being saved; null where it is. */
  readonly onSave: (entered: Readonly<Record<string, string>>) => Promise<string | null>
  readonly onDone: () => void
}

function Teaching({ title, action, fields, onSave, onDone }: TeachingProps) {
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const found = await onSave(Object.fromEntries(fields.map(({ name }) => [name, String(form.get(name) ?? '').trim()]))).catch(
      () => away,
    )
    setBusy(false)
    if (found === null) onDone()
    else setFault(found)
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <Dialog.Title asChild>
        <h2>{title}</h2>
      </Dialog.Title>
      {fields.map(({ name, label, required }, index) => (
        <Field
          key={name}
          name={name}
          label={label}
          required={required}
          maxLength={200}
          autoComplete="off"
          fault={index === fields.length - 1 ? fault : undefined}
        />
      ))}
      <div className="flex justify-end gap-2">
        <Dialog.Close className="btn quiet">Cancel</Dialog.Close>
        <button type="submit" className="btn primary" disabled={busy}>
          {action}
        </button>
      </div>
    </form>
  )
}
