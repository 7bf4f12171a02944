'use client'
import { useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { useSay } from '../components/shell/Notices.tsx'
import { Section } from '../components/shell/Section.tsx'
import { command } from '../graph/command.ts'
import { emailAddress } from '../session/fields.ts'
import { ChangeEmail } from '../session/linkOperations.ts'
import { useProof } from '../session/Proof.tsx'

interface EmailProps {
  readonly email: string
  readonly isVerified: boolean
}

/** The address that one signs in with: whether mail is known to reach it, and how to have another. */
export function Email({ email, isVerified }: EmailProps) {
  const [open, setOpen] = useState(false)
  const withProof = useProof()
  const say = useSay()
  const [fault, setFault] = useState<string>()
  const confirm = async () => {
    const { done, refused } = await withProof(() => command(ChangeEmail, { input: { email } }))
    setFault(refused?.message)
    if (done) say(`A link is on its way to ${done.email}.`)
  }
  return (
    <Section title="E-mail" meta={isVerified ? 'Confirmed' : undefined}>
      <p className="muted">
        You sign in with {email}. {!isVerified && 'It is not confirmed that mail reaches you there.'}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {!isVerified && (
          <button type="button" className="btn" onClick={() => void confirm()}>
            Mail me a link to confirm it
          </button>
        )}
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          Change e-mail
        </button>
      </div>
      <FormFault message={fault} />
      {open && <ChangeEmailDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function ChangeEmailDialog({ onClose }: { readonly onClose: () => void }) {
  const withProof = useProof()
  const say = useSay()
  const { submit, sending, fault, field } = useCommandForm({
    schema: z.object({ email: emailAddress }),
    start: { email: '' },
    send: (input) => withProof(() => command(ChangeEmail, { input })),
    onDone: ({ email }) => {
      say(`A link is on its way to ${email}.`)
      onClose()
    },
  })
  return (
    <Modal title="Change e-mail" text="A link comes to the new address. The old one holds until you open it." onClose={onClose}>
      <form className="mt-4 flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="New e-mail" type="email" autoComplete="email" {...field('email')} />
        <FormFault message={fault} />
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            Send the link
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}
