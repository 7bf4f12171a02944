import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Chat } from '../../../chat/Chat.tsx'
import { ChatPage } from '../../../chat/operations.ts'
import { Shell } from '../../../components/shell/Shell.tsx'
import { Unanswered } from '../../../components/shell/Unanswered.tsx'
import { env } from '../../../env.ts'
import { query } from '../../../graph/server.ts'
import { type SearchParams, single } from '../../params.ts'

export const metadata: Metadata = { title: 'Ask' }

export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const { data, faults } = await query(ChatPage, {})
  const { question } = await searchParams
  if (!data) return <Unanswered faults={faults} />
  if (!data.me) redirect('/login?next=/chat')
  if (data.me.mustChangePassword) redirect('/password?next=/chat')
  return (
    <Shell me={data.me} current="Ask">
      <Chat
        key="new"
        company={data.me.company?.name ?? 'your company'}
        conversation={null}
        past={data.conversations ?? []}
        question={single(question)?.slice(0, 2000) ?? ''}
        explorerUrl={env.explorerUrl}
        now={new Date().toISOString()}
      />
    </Shell>
  )
}
