'use client'
import { useCallback, useEffect, useState } from 'react'
import { FormFault } from '../components/controls/Field.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import { type Clock, dayOf, moment } from '../format/moment.ts'
import { counted } from '../format/words.ts'
import type { MemberSessionFragment } from '../gql/graphql.ts'
import { browserGraph } from '../graph/browser.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { EndMemberSessions, MemberSessions } from './userOperations.ts'

interface MemberSessionListProps {
  readonly memberId: string
  readonly name: string
  readonly clock: Clock
}

/** Where a member is signed in; any of it can be ended. Asked for when the row opens. */
export function MemberSessionList({ memberId, name, clock }: MemberSessionListProps) {
  const withProof = useProof()
  const say = useSay()
  const [sessions, setSessions] = useState<readonly MemberSessionFragment[]>()
  const [fault, setFault] = useState<string>()
  const load = useCallback(async () => {
    const answer = await browserGraph()
      .query({ query: MemberSessions, variables: { id: memberId }, fetchPolicy: 'no-cache', errorPolicy: 'all' })
      .catch(() => null)
    const member = answer?.data?.member
    if (member) setSessions(member.sessions)
    else setFault(answer?.error?.message ?? 'The sessions did not come. Close the row and open it again.')
  }, [memberId])
  useEffect(() => void load(), [load])
  const end = async (sessionId: string | null) => {
    const { done, refused } = await withProof(() => command(EndMemberSessions, { input: { memberId, sessionId } }))
    setFault(refused?.message)
    if (done) say(`${counted(done.count, 'session', 'sessions')} of ${name} ended.`)
    await load()
  }
  return (
    <section aria-label={`Sessions of ${name}`} aria-busy={!sessions && !fault}>
      <h2 className="text-sm">{sessions ? counted(sessions.length, 'session', 'sessions').replace(/^0 /, 'No ') : 'Sessions'}</h2>
      <FormFault message={fault} />
      {!sessions && !fault && <span className="skeleton mt-2 h-[48px]" />}
      <ul className="lines">
        {sessions?.map((session) => (
          <li key={session.id}>
            <span className="min-w-0">
              {session.device ?? 'Unnamed device'}
              <span className="meta">
                {session.address ?? 'Address not known'} · since {dayOf(session.startedAt, clock)}
              </span>
            </span>
            <span className="wide-only">{moment(session.lastSeenAt, clock)}</span>
            {session.isCurrent ? (
              <span className="tag">This one</span>
            ) : (
              <button type="button" className="btn small" onClick={() => void end(session.id)}>
                End<span className="sr-only"> the session of {session.device ?? 'an unnamed device'}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions && sessions.filter(({ isCurrent }) => !isCurrent).length > 1 && (
        <button type="button" className="btn danger mt-3" onClick={() => void end(null)}>
          End all {sessions.length}
        </button>
      )}
    </section>
  )
}
