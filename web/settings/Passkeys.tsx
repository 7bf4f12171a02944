'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { z } from 'zod'
import { Confirm } from '../components/controls/Confirm.tsx'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { useSay } from '../components/shell/Notices.tsx'
import { Section } from '../components/shell/Section.tsx'
import { type Clock, dayOf, moment } from '../format/moment.ts'
import type { OwnPasskeyFragment } from '../gql/graphql.ts'
import { command, type Outcome } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { RemovePasskey, RenamePasskey } from '../session/passkeyOperations.ts'
import { addPasskey, useKnowsPasskeys } from '../session/passkeys.ts'

interface PasskeysProps {
  readonly passkeys: readonly OwnPasskeyFragment[]
  readonly clock: Clock
}

type Doing = { readonly kind: 'add' } | { readonly kind: 'rename' | 'remove'; readonly passkey: OwnPasskeyFragment }

/** Passkeys: the better way to sign in, by a device's own lock. */
export function Passkeys({ passkeys, clock }: PasskeysProps) {
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const known = useKnowsPasskeys()
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const finish = (said: string) => {
    close()
    say(said)
    router.refresh()
  }
  return (
    <Section title="Passkeys">
      {passkeys.length === 0 ? (
        <p className="muted">
          With a passkey you sign in by your device's own lock: nothing to remember, nothing that a false page could take.
        </p>
      ) : (
        <table className="table tall">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="wide-only">
                Added
              </th>
              <th scope="col" className="wide-only">
                Last used
              </th>
              <th scope="col" className="n">
                <span className="sr-only">Change it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {passkeys.map((passkey) => (
              <tr key={passkey.id}>
                <th scope="row">
                  {passkey.name}
                  {passkey.isSynced && <span className="meta">Shared by your devices</span>}
                </th>
                <td className="wide-only">{dayOf(passkey.createdAt, clock)}</td>
                <td className="wide-only">{passkey.lastUsedAt ? moment(passkey.lastUsedAt, clock) : 'Never'}</td>
                <td className="n">
                  <button type="button" className="btn quiet small" onClick={() => setDoing({ kind: 'rename', passkey })}>
                    Rename<span className="sr-only"> {passkey.name}</span>
                  </button>
                  <button type="button" className="btn quiet small danger" onClick={() => setDoing({ kind: 'remove', passkey })}>
                    Remove<span className="sr-only"> {passkey.name}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {known && (
        <button type="button" className="btn mt-3" onClick={() => setDoing({ kind: 'add' })}>
          Add a passkey
        </button>
      )}
      {doing?.kind === 'add' && (
        <NameDialog
          title="Add a passkey"
          text="Your browser then asks where to keep it: on this device, on another, or with your password manager."
          verb="Go on"
          start=""
          send={(name) => withProof(() => addPasskey(name))}
          onDone={() => finish('The passkey is added. It signs you in by itself.')}
          onClose={close}
        />
      )}
      {doing?.kind === 'rename' && (
        <NameDialog
          title="Rename the passkey"
          verb="Rename"
          start={doing.passkey.name}
          send={(name) => command(RenamePasskey, { input: { id: doing.passkey.id, name } })}
          onDone={() => finish('The passkey has another name.')}
          onClose={close}
        />
      )}
      {doing?.kind === 'remove' && (
        <Confirm
          title={`Remove ${doing.passkey.name}?`}
          text="It signs you in no more. Remove it in your device or password manager, too."
          verb="Remove the passkey"
          send={() => withProof(() => command(RemovePasskey, { input: { id: doing.passkey.id } }))}
          onDone={() => finish('The passkey is removed.')}
          onClose={close}
        />
      )}
    </Section>
  )
}

interface NameDialogProps<Done> {
  readonly title: string
  readonly text?: string
  readonly verb: string
  readonly start: string
  readonly send: (name: string) => Promise<Outcome<Done>>
  readonly onDone: () => void
  readonly onClose: () => void
}

const schema = z.object({ name: z.string().trim().min(1, 'Give it a name, such as Work laptop.').max(80) })

function NameDialog<Done>({ title, text, verb, start, send, onDone, onClose }: NameDialogProps<Done>) {
  const { submit, sending, fault, field } = useCommandForm({
    schema,
    start: { name: start },
    send: ({ name }) => send(name),
    onDone,
  })
  return (
    <Modal title={title} text={text} onClose={onClose}>
      <form className="mt-4 flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="Name" hint="Such as Work laptop." autoComplete="off" maxLength={80} {...field('name')} />
        <FormFault message={fault} />
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            {verb}
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}
