import Link from 'next/link'

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[560px] p-8">
      <h1>There is no such page</h1>
      <p className="lede">It may have been deleted, or belong to another company.</p>
      <Link className="btn mt-4" href="/">
        Go to the first page
      </Link>
    </main>
  )
}
