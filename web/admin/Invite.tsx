'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { useSay } from '../components/shell/Notices.tsx'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { InviteMember } from './invitationOperations.ts'
import { type RoleChoice, RoleChoices } from './RoleChoices.tsx'

const schema = z.object({
  email: z.email('Enter an e-mail address, such as ada@example.com.'),
  roles: z.array(z.string()).min(1, 'Choose one role at least.'),
})

/** The button that asks somebody into the company, and its dialog. */
export function Invite({ roles }: { readonly roles: readonly RoleChoice[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn primary push" onClick={() => setOpen(true)}>
        Invite someone
      </button>
      {open && <InviteDialog roles={roles} onClose={() => setOpen(false)} />}
    </>
  )
}

function InviteDialog({ roles, onClose }: { readonly roles: readonly RoleChoice[]; readonly onClose: () => void }) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const { submit, sending, fault, field, form } = useCommandForm({
    schema,
    start: { email: '', roles: [] },
    send: (input) => withProof(() => command(InviteMember, { input })),
    onDone: ({ invitation }) => {
      say(`An invitation is on its way to ${invitation.email}.`)
      onClose()
      router.refresh()
    },
  })
  return (
    <Modal
      title="Invite someone"
      text="They get a link by mail. It works once; until then it can be taken back under Invitations."
      onClose={onClose}
    >
      <form className="mt-4 flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="E-mail" type="email" autoComplete="off" {...field('email')} />
        <RoleChoices
          roles={roles}
          chosen={form.watch('roles')}
          onChange={(chosen) => form.setValue('roles', [...chosen], { shouldValidate: form.formState.isSubmitted })}
        />
        <FormFault message={form.formState.errors.roles?.message ?? fault} />
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            Send the invitation
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}
