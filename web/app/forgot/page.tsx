import type { Metadata } from 'next'
import { Door } from '../../session/Door.tsx'
import { ForgotForm } from '../../session/ForgotForm.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

export default function ForgotPage() {
  return (
    <Door>
      <ForgotForm />
    </Door>
  )
}
