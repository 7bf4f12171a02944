'use client'
import { useState } from 'react'
import { Modal, ModalButtons } from '../components/controls/Modal.tsx'

interface BackupCodesProps {
  readonly codes: readonly string[]
  /** For whom they are, to be told apart from others' where they are kept. */
  readonly email: string
  readonly onKept: () => void
}

/** Backup codes, shown this once: it is left only by saying that they are kept. */
export function BackupCodes({ codes, email, onKept }: BackupCodesProps) {
  const [copied, setCopied] = useState(false)
  const text = `A-EMS backup codes of ${email}\nEach signs in once, in place of a code of the app.\n\n${codes.join('\n')}\n`
  return (
    <Modal
      title="Keep these backup codes"
      text="Each signs you in once when your app is out of reach. They are shown this once: keep them where you keep passwords, or on paper."
      onClose={null}
    >
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className="btn"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          Copy
        </button>
        <a className="btn" download="a-ems-backup-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
          Download
        </a>
        <span className="meta self-center" role="status">
          {copied && 'Copied.'}
        </span>
      </div>
      <ModalButtons>
        <button type="button" className="btn primary" onClick={onKept}>
          I have kept them
        </button>
      </ModalButtons>
    </Modal>
  )
}
