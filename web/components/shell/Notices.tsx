'use client'
import { Toast } from 'radix-ui'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'

const Say = createContext<(text: string) => void>(() => {})

/** Says in a few words what has been done, beside what the page then shows: seen at the foot, and read out. */
export const useSay = () => use(Say)

/** Where notices are shown. Each goes by itself after a while; a fault is never told here alone. */
export function Notices({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly { readonly id: string; readonly text: string }[]>([])
  const say = useCallback((text: string) => setNotices((all) => [...all, { id: crypto.randomUUID(), text }]), [])
  const forget = (id: string) => setNotices((all) => all.filter((each) => each.id !== id))
  return (
    <Say value={say}>
      <Toast.Provider duration={6_000} label="Done">
        {children}
        {notices.map(({ id, text }) => (
          <Toast.Root key={id} className="notice" onOpenChange={(open) => open || forget(id)}>
            <Toast.Description>{text}</Toast.Description>
            <Toast.Close className="btn quiet" aria-label="Close the notice">
              Close
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport className="notices" />
      </Toast.Provider>
    </Say>
  )
}
