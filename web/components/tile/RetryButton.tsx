'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'

/** Asks the page's operation again; what is on the page stays until the answer is there. */
export function RetryButton({ onRetry }: { readonly onRetry?: () => void }) {
  const router = useRouter()
  const [trying, startTransition] = useTransition()
  return (
    <button
      type="button"
      className="btn mt-2"
      disabled={trying}
      onClick={() =>
        startTransition(() => {
          onRetry?.()
          router.refresh()
        })
      }
    >
      Try again
    </button>
  )
}
