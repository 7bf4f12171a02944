'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Confirm } from '../components/controls/Confirm.tsx'
import { FormFault } from '../components/controls/Field.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import { Section } from '../components/shell/Section.tsx'
import { type Clock, dayOf, moment } from '../format/moment.ts'
import type { OwnSessionFragment } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { EndOtherSessions, EndSession } from './operations.ts'

interface SessionsProps {
  readonly sessions: readonly OwnSessionFragment[]
  readonly clock: Clock
}

/** Where one is signed in, and how to end what one does not know. */
export function Sessions({ sessions, clock }: SessionsProps) {
  const router = useRouter()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string>()
  const others = sessions.filter(({ isCurrent }) => !isCurrent).length
  const end = async ({ id, device }: OwnSessionFragment) => {
    const { refused } = await command(EndSession, { input: { id } })
    setFault(refused?.message)
    if (!refused) say(`The session of ${device ?? 'an unnamed device'} has ended.`)
    router.refresh()
  }
  return (
    <Section title={others === 0 ? 'You are signed in here alone' : `You are signed in here and on ${others} more`}>
      <FormFault message={fault} />
      <table className="table tall">
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col" className="wide-only">
              Address
            </th>
            <th scope="col" className="wide-only">
              Since
            </th>
            <th scope="col">Last seen</th>
            <th scope="col" className="n">
              <span className="sr-only">End it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {session.device ?? 'Unnamed device'}
                <span className="meta narrow-line">{session.address}</span>
              </th>
              <td className="wide-only">{session.address ?? 'Not known'}</td>
              <td className="wide-only">{dayOf(session.startedAt, clock)}</td>
              <td>{moment(session.lastSeenAt, clock)}</td>
              <td className="n">
                {session.isCurrent ? (
                  <span className="tag">This one</span>
                ) : (
                  <button type="button" className="btn small" onClick={() => void end(session)}>
                    End<span className="sr-only"> the session of {session.device ?? 'an unnamed device'}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && (
        <button type="button" className="btn danger mt-3" onClick={() => setAsking(true)}>
          {others === 1 ? 'End the other one' : `End all ${others} others`}
        </button>
      )}
      {asking && (
        <Confirm
          title="End all other sessions?"
          text="Whoever uses them must sign in again. This one goes on."
          verb={others === 1 ? 'End it' : `End all ${others}`}
          send={() => command(EndOtherSessions, {})}
          onDone={({ count }) => {
            say(count === 1 ? 'One session has ended.' : `${count} sessions have ended.`)
            router.refresh()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Section>
  )
}
