import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Chat } from '../../../../chat/Chat.tsx'
import { ConversationPage } from '../../../../chat/operations.ts'
import { Shell } from '../../../../components/shell/Shell.tsx'
import { Unanswered } from '../../../../components/shell/Unanswered.tsx'
import { env } from '../../../../env.ts'
import { query } from '../../../../graph/server.ts'

export const metadata: Metadata = { title: 'Ask' }

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  const { data, faults } = await query(ConversationPage, { id })
  if (!data) return <Unanswered faults={faults} />
  if (!data.me) redirect(`/login?next=/chat/${id}`)
  if (data.me.mustChangePassword) redirect(`/password?next=/chat/${id}`)
  if (!data.conversation) notFound()
  return (
    <Shell me={data.me} current="Ask">
      <Chat
        key={id}
        company={data.me.company?.name ?? 'your company'}
        conversation={data.conversation}
        past={data.conversations ?? []}
        question=""
        explorerUrl={env.explorerUrl}
        now={new Date().toISOString()}
      />
    </Shell>
  )
}
