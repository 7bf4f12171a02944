'use client'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { useSay } from '../components/shell/Notices.tsx'
import type { RoleRowFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import type { ScopeChoice } from './RoleList.tsx'
import { ChangeRole, CreateRole } from './roleOperations.ts'

interface RoleDialogProps {
  /** Null: a new one. */
  readonly before: RoleRowFragment | null
  readonly scopes: readonly ScopeChoice[]
  readonly onClose: () => void
}

const schema = z.object({
  name: z.string().regex(/^[a-z0-9-]{2,40}$/, 'Use 2 to 40 small letters, digits and dashes, such as regional-lead.'),
  description: z.string().trim(),
  scopes: z.array(z.string()).min(1, 'Choose one right at least.'),
})

/** Makes a role of the company's own, or changes one. */
export function RoleDialog({ before, scopes, onClose }: RoleDialogProps) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const { submit, sending, fault, field, form } = useCommandForm({
    schema,
    start: { name: before?.name ?? '', description: before?.description ?? '', scopes: [...(before?.scopes ?? [])] },
    send: (input) => withProof(() => command(before ? ChangeRole : CreateRole, { input })),
    onDone: ({ role }) => {
      say(`The role ${role.name} is saved.`)
      onClose()
      router.refresh()
    },
  })
  const chosen = form.watch('scopes')
  const choose = (name: string, on: boolean) =>
    form.setValue('scopes', on ? [...chosen, name] : chosen.filter((each) => each !== name), {
      shouldValidate: form.formState.isSubmitted,
    })
  return (
    <Modal
      title={before ? `Change ${before.name}` : 'Make a role'}
      text={before ? 'Whoever holds it has the rights that it allows within a second.' : undefined}
      onClose={onClose}
    >
      <form className="mt-4 flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="Name" autoComplete="off" spellCheck={false} readOnly={before !== null} {...field('name')} />
        <Field label="What it is for" autoComplete="off" {...field('description')} />
        <fieldset>
          <legend className="strong">What it allows</legend>
          <div className="choices many">
            {scopes.map(({ name, description, isReserved }) => (
              <label key={name}>
                <input type="checkbox" checked={chosen.includes(name)} onChange={({ target }) => choose(name, target.checked)} />
                <span>
                  <code>{name}</code>
                  <span className="meta">
                    {description} {isReserved && 'Only who holds it gives it.'}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <FormFault message={form.formState.errors.scopes?.message ?? fault} />
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            Save the role
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}
