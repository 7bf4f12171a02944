'use client'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'

interface ModalProps {
  readonly title: string
  /** What it is for; read out with the title. */
  readonly text?: ReactNode
  /** Null where closing it would lose something: its own buttons close it then. */
  readonly onClose: (() => void) | null
  readonly children: ReactNode
}

/** A dialog over the page, for as long as it is drawn. Focus goes into it and returns; Escape closes it. */
export function Modal({ title, text, onClose, children }: ModalProps) {
  const keep = (event: Event) => onClose ?? event.preventDefault()
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose?.()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="dialog"
          onEscapeKeyDown={keep}
          onInteractOutside={keep}
          {...(text ? {} : { 'aria-describedby': undefined })}
        >
          <Dialog.Title asChild>
            <h2>{title}</h2>
          </Dialog.Title>
          {text && (
            <Dialog.Description asChild>
              <div className="muted mt-2">{text}</div>
            </Dialog.Description>
          )}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The buttons at a dialog's foot; the one that acts stands last. */
export const ModalButtons = ({ children }: { readonly children: ReactNode }) => (
  <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
)
