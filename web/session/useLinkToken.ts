'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'

/** What stands after `#` in the link of a mail: it never reaches a server's log. Empty until the page runs. */
export function useLinkToken(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed)
      return () => removeEventListener('hashchange', changed)
    },
    () => decodeURIComponent(location.hash.slice(1)),
    () => '',
  )
}

/** The same, kept in this tab while somebody signs in first. Null until the page runs. */
export function useKeptLinkToken(name: string): string | null {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const given = decodeURIComponent(location.hash.slice(1))
    if (given) sessionStorage.setItem(name, given)
    setToken(given || (sessionStorage.getItem(name) ?? ''))
  }, [name])
  return token
}
