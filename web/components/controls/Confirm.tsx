'use client'
import { type ReactNode, useState } from 'react'
import type { Outcome } from '../../graph/command.ts'
import { FormFault } from './Field.tsx'
import { Modal, ModalButtons } from './Modal.tsx'

interface ConfirmProps<Done> {
  readonly title: string
  /** What will be, and what stays as it is. */
  readonly text: ReactNode
  /** The button that does it: a verb and the thing. */
  readonly verb: string
  readonly send: () => Promise<Outcome<Done>>
  readonly onDone: (done: Done) => void
  readonly onClose: () => void
}

/** Asks before something that is not undone by a click. */
export function Confirm<Done>({ title, text, verb, send, onDone, onClose }: ConfirmProps<Done>) {
  const [state, setState] = useState<{ sending: boolean; fault?: string }>({ sending: false })
  const act = async () => {
    setState({ sending: true })
    const { done, refused } = await send()
    if (refused) return setState({ sending: false, fault: refused.message })
    onClose()
    onDone(done)
  }
  return (
    <Modal title={title} text={text} onClose={onClose}>
      <div className="mt-3">
        <FormFault message={state.fault} />
      </div>
      <ModalButtons>
        <button type="button" className="btn quiet" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="btn danger" disabled={state.sending} onClick={() => void act()}>
          {verb}
        </button>
      </ModalButtons>
    </Modal>
  )
}
