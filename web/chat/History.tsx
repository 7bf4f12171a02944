'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { PastConversationFragment } from '../gql/graphql.ts'
import { browserGraph } from '../graph/browser.ts'
import { ConversationMenu } from './ConversationMenu.tsx'
import { DeleteConversation, FoundConversations, RenameConversation } from './operations.ts'

interface HistoryProps {
  readonly past: readonly PastConversationFragment[]
  readonly current: string | null
  readonly now: string
  readonly onChange: (past: readonly PastConversationFragment[]) => void
}

/** One's own conversations, latest first, by when they were last added to. */
export function History({ past, current, now, onChange }: HistoryProps) {
  const router = useRouter()
  const rename = async (id: string, title: string) => {
    const { data } = await browserGraph().mutate({ mutation: RenameConversation, variables: { input: { id, title } } })
    const renamed = data?.renameConversation
    if (renamed) onChange(past.map((each) => (each.id === id ? renamed : each)))
  }
  const [search, setSearch] = useState('')
  const [found, setFound] = useState<readonly PastConversationFragment[] | null>(null)
  useEffect(() => {
    if (search.trim() === '') return setFound(null)
    const later = setTimeout(async () => {
      const { data } = await browserGraph().query({
        query: FoundConversations,
        variables: { search: search.trim() },
        fetchPolicy: 'no-cache',
      })
      setFound(data?.conversations ?? [])
    }, 200)
    return () => clearTimeout(later)
  }, [search])
  const remove = async (id: string) => {
    await browserGraph().mutate({ mutation: DeleteConversation, variables: { id } })
    onChange(past.filter((each) => each.id !== id))
    if (id === current) router.push('/chat')
  }
  return (
    <>
      {/* A full load, so that a page already at /chat begins afresh too. */}
      <a className="btn w-full" href="/chat">
        New conversation
      </a>
      {past.length > 0 && (
        <input
          type="search"
          className="find"
          aria-label="Search your conversations"
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {past.length === 0 && <p className="meta mt-4">Your conversations will stand here.</p>}
      {found?.length === 0 && <p className="meta mt-4">No conversation has “{search}” in its title.</p>}
      {groups(found ?? past, now).map(({ name, conversations }) => (
        <section key={name} aria-label={name}>
          <h2 className="when">{name}</h2>
          <ul>
            {conversations.map((each) => (
              <li key={each.id}>
                <Link href={`/chat/${each.id}`} aria-current={each.id === current ? 'page' : undefined} title={each.title}>
                  {each.title}
                </Link>
                <ConversationMenu
                  id={each.id}
                  title={each.title}
                  onRename={(title) => void rename(each.id, title)}
                  onDelete={() => void remove(each.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function groups(
  past: readonly PastConversationFragment[],
  now: string,
): { name: string; conversations: readonly PastConversationFragment[] }[] {
  const age = (each: PastConversationFragment) =>
    Math.floor(Date.parse(now) / 86_400_000) - Math.floor(Date.parse(each.updatedAt) / 86_400_000)
  return [
    { name: 'Today', conversations: past.filter((each) => age(each) <= 0) },
    { name: 'Last 7 days', conversations: past.filter((each) => age(each) > 0 && age(each) <= 7) },
    { name: 'Earlier', conversations: past.filter((each) => age(each) > 7) },
  ].filter((group) => group.conversations.length > 0)
}

/** The same on narrow screens, where it slides over the page. */
export function HistorySheet(history: HistoryProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className="btn quiet narrow-only">Conversations</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title asChild>
              <h2>Conversations</h2>
            </Dialog.Title>
            <Dialog.Close className="btn quiet">Close</Dialog.Close>
          </div>
          <History {...history} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
