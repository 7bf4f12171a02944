'use client'

/** Instead of a page that could not be drawn. Next hands in what went wrong and how to try again. */
export default function PageError({ error, reset }: { readonly error: Error & { digest?: string }; readonly reset: () => void }) {
  return (
    <main className="mx-auto max-w-[560px] p-8">
      <h1>This page could not be drawn</h1>
      <p className="lede">Your data is untouched.{error.digest ? ` The log knows it as ${error.digest}.` : ''}</p>
      <button type="button" className="btn mt-4" onClick={reset}>
        Try again
      </button>
    </main>
  )
}
