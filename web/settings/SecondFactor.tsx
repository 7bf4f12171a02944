'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Confirm } from '../components/controls/Confirm.tsx'
import { FormFault } from '../components/controls/Field.tsx'
import { useSay } from '../components/shell/Notices.tsx'
import { Section } from '../components/shell/Section.tsx'
import { type Clock, dayOf } from '../format/moment.ts'
import type { SecurityPageQuery } from '../gql/graphql.ts'
import { command } from '../graph/command.ts'
import { useProof } from '../session/Proof.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { BeginSecondFactor, RemoveSecondFactor, RenewBackupCodes } from './operations.ts'

interface SecondFactorProps {
  readonly factor: NonNullable<SecurityPageQuery['me']>['secondFactor']
  readonly email: string
  readonly clock: Clock
}

type Step =
  | { readonly at: 'rest'; readonly fault?: string }
  | { readonly at: 'enrol'; readonly secret: string; readonly uri: string }
  | { readonly at: 'codes'; readonly codes: readonly string[] }
  | { readonly at: 'renew' }
  | { readonly at: 'remove' }

const rest: Step = { at: 'rest' }

/** An app that gives codes, asked for besides the password: set up, renew its backup codes, remove. */
export function SecondFactor({ factor, email, clock }: SecondFactorProps) {
  const [step, setStep] = useState<Step>(rest)
  const router = useRouter()
  const withProof = useProof()
  const say = useSay()
  const finish = (said: string) => {
    setStep(rest)
    say(said)
    router.refresh()
  }
  const begin = async () => {
    const { done, refused } = await withProof(() => command(BeginSecondFactor, {}))
    setStep(refused ? { at: 'rest', fault: refused.message } : { at: 'enrol', secret: done.secret, uri: done.uri })
  }
  const close = () => setStep(rest)
  return (
    <Section title="Second factor" meta={factor && `Since ${dayOf(factor.confirmedAt, clock)}`}>
      {factor ? (
        <>
          <p className="muted">
            Signing in asks for a code of your app, besides your password. <BackupCodesLeft count={factor.backupCodesLeft} />
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <button type="button" className="btn" onClick={() => setStep({ at: 'renew' })}>
              Make new backup codes
            </button>
            <button type="button" className="btn danger" onClick={() => setStep({ at: 'remove' })}>
              Remove the app
            </button>
          </div>
        </>
      ) : (
        <>
          <p className="muted">
            Your password alone signs you in. With an app that gives codes, whoever learns your password still stays out.
          </p>
          <button type="button" className="btn primary mt-3" onClick={() => void begin()}>
            Set up an app
          </button>
        </>
      )}
      {step.at === 'rest' && <FormFault message={step.fault} />}
      {step.at === 'enrol' && (
        <EnrolSecondFactor
          secret={step.secret}
          uri={step.uri}
          onConfirmed={(codes) => setStep({ at: 'codes', codes })}
          onClose={close}
        />
      )}
      {step.at === 'codes' && (
        <BackupCodes codes={step.codes} email={email} onKept={() => finish('Your app is asked for from now on.')} />
      )}
      {step.at === 'renew' && (
        <Confirm
          title="Make new backup codes?"
          text="The ones that you have now will work no more."
          verb="Make new codes"
          send={() => withProof(() => command(RenewBackupCodes, {}))}
          onDone={({ codes }) => setStep({ at: 'codes', codes })}
          onClose={close}
        />
      )}
      {step.at === 'remove' && (
        <Confirm
          title="Remove the app?"
          text="Your password alone will sign you in. Your backup codes will work no more."
          verb="Remove the app"
          send={() => withProof(() => command(RemoveSecondFactor, {}))}
          onDone={() => finish('Your second factor is removed.')}
          onClose={close}
        />
      )}
    </Section>
  )
}

function BackupCodesLeft({ count }: { readonly count: number }) {
  if (count > 3) return <>{count} backup codes are left.</>
  const left = count === 0 ? 'No backup code is left.' : `Only ${count} backup ${count === 1 ? 'code is' : 'codes are'} left.`
  return <strong className="text-ink">{left} Make new ones.</strong>
}
