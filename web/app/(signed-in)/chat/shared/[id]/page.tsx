import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Chat } from '../../../../../chat/Chat.tsx'
import { SharedPage } from '../../../../../chat/operations.ts'
import { Refused } from '../../../../../components/shell/Refused.tsx'
import { Shell } from '../../../../../components/shell/Shell.tsx'
import { env } from '../../../../../env.ts'
import { query } from '../../../../../graph/server.ts'

export const metadata: Metadata = { title: 'Ask' }

/** Somebody's conversation, asked anew by whoever reads it. */
export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  const { data, faults } = await query(SharedPage, { id })
  if (!data?.me) return <Refused faults={faults} current="Ask" />
  const { sharedConversation: shared } = data
  if (!shared) notFound()
  return (
    <Shell me={data.me} current="Ask">
      <Chat
        key={id}
        company={data.me.company?.name ?? 'your company'}
        conversation={null}
        past={data.conversations ?? []}
        question=""
        shared={{ title: shared.title, questions: shared.questions, by: shared.sharedBy?.name ?? 'someone who has left' }}
        explorerUrl={env.explorerUrl}
        scopes={data.me.scopes}
        now={new Date().toISOString()}
      />
    </Shell>
  )
}
