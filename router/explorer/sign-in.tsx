import { Form } from './form.tsx'
import { type Me, signIn } from './graph.ts'

/** E-mail and password. */
export function SignIn({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  return (
    <Form
      key="sign-in"
      title="Sign in to the explorer"
      action="Sign in"
      fields={[
        { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username' },
        { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
      ]}
      submit={(value) => signIn(value('email'), value('password'))}
      onDone={onSignedIn}
    />
  )
}
