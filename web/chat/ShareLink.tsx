'use client'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import { browserGraph } from '../graph/browser.ts'
import { EndSharing, ShareConversation } from './operations.ts'

/** Shares a conversation as it stands, and shows the link. */
export function ShareLink({ id }: { readonly id: string }) {
  const [link, setLink] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const share = async () => {
      const { data, error } = await browserGraph().mutate({
        mutation: ShareConversation,
        variables: { id },
        errorPolicy: 'all',
      })
      const shared = data?.shareConversation
      if (shared) setLink(new URL(`/chat/shared/${shared.id}`, window.location.href).href)
      else setSaid(error?.message ?? 'The conversation could not be shared. Try again in a moment.')
    }
    share().catch(() => setSaid('The graph did not answer. Try again in a moment.'))
  }, [id])
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    setSaid('Copied.')
  }
  const end = async () => {
    await browserGraph().mutate({ mutation: EndSharing, variables: { id } })
    setLink(null)
    setSaid('No longer shared: the link leads nowhere.')
  }
  return (
    <>
      <p className="muted mt-2">
        Whoever in your company opens it sees your questions as they stand now, with answers that hold what they may see.
      </p>
      {link && (
        <input className="find" readOnly aria-label="Link" value={link} onFocus={(event) => event.currentTarget.select()} />
      )}
      <p className="meta mt-2" aria-live="polite">
        {said}
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        {link && (
          <button type="button" className="btn quiet" onClick={() => void end()}>
            Stop sharing
          </button>
        )}
        <Dialog.Close className="btn quiet">Close</Dialog.Close>
        {link && (
          <button type="button" className="btn primary" onClick={() => void copy(link)}>
            Copy link
          </button>
        )}
      </div>
    </>
  )
}
