'use client'
import { z } from 'zod'
import { Field, FormFault } from '../components/controls/Field.tsx'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'
import { useCommandForm } from '../components/controls/useCommandForm.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { ConfirmSecondFactor } from './operations.ts'
import { QrCode } from './QrCode.tsx'

interface EnrolProps {
  readonly secret: string
  readonly uri: string
  readonly onConfirmed: (backupCodes: readonly string[]) => void
  readonly onClose: () => void
}

const schema = z.object({ code: z.string().regex(/^\s*(?:\d\s*){6}$/, 'Enter the six digits that your app shows now.') })

/** Hands the shared secret to an app, and lets a code of it prove that it has arrived. */
export function EnrolSecondFactor({ secret, uri, onConfirmed, onClose }: EnrolProps) {
  const withProof = useProof()
  const { submit, sending, fault, field } = useCommandForm({
    schema,
    start: { code: '' },
    send: ({ code }) => withProof(() => command(ConfirmSecondFactor, { input: { code } })),
    onDone: ({ codes }) => onConfirmed(codes),
  })
  return (
    <Modal
      title="Set up an app for codes"
      text="Scan this with an app such as 1Password, Google Authenticator or Aegis, then enter the code that it shows."
      onClose={onClose}
    >
      <QrCode text={uri} label="The secret, to scan; it is written beneath, too" />
      <p className="meta">Cannot scan it? Type this into the app:</p>
      <p className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      <form className="mt-4 flex flex-col gap-3" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="Code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} {...field('code')} />
        <FormFault message={fault} />
        <p className="meta">Once it is confirmed, your other sessions end.</p>
        <ModalButtons>
          <button type="button" className="btn quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn primary" disabled={sending}>
            Confirm
          </button>
        </ModalButtons>
      </form>
    </Modal>
  )
}
