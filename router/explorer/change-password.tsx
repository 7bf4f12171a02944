import { Form } from './form.tsx'
import { changePassword, type Me } from './graph.ts'

/** A one-time password is replaced before anything else. */
export function ChangePassword({ onChanged }: { onChanged: (me: Me) => void }) {
  return (
    <Form
      key="change-password"
      title="Choose a password of your own"
      action="Replace the one-time password"
      fields={[
        { name: 'current', label: 'One-time password', type: 'password', autoComplete: 'current-password' },
        { name: 'new', label: 'New password, 15 characters or more', type: 'password', autoComplete: 'new-password' },
      ]}
      submit={(value) => changePassword(value('current'), value('new'))}
      onDone={onChanged}
    />
  )
}
