import type { Metadata } from 'next'
import { Door } from '../../session/Door.tsx'
import { ResetForm } from '../../session/ResetForm.tsx'

export const metadata: Metadata = { title: 'New password' }

export default function ResetPage() {
  return (
    <Door>
      <ResetForm />
    </Door>
  )
}
