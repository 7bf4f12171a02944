'use client'
import { Dialog } from 'radix-ui'
import { type FormEvent, useState } from 'react'
import { Field } from '../components/controls/Field.tsx'
import { Menu, MenuItem } from '../components/controls/Menu.tsx'
import { ShareLink } from './ShareLink.tsx'

interface ConversationMenuProps {
  readonly id: string
  readonly title: string
  readonly onRename: (title: string) => void
  readonly onDelete: () => void
}

/** What one can do with a conversation: share it, rename it, delete it. */
export function ConversationMenu({ id, title, onRename, onDelete }: ConversationMenuProps) {
  const [open, setOpen] = useState<'share' | 'rename' | 'delete' | null>(null)
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const to = String(new FormData(event.currentTarget).get('title')).trim()
    if (to) onRename(to)
    setOpen(null)
  }
  return (
    <>
      <Menu
        label={title}
        align="end"
        trigger={
          <button type="button" className="more" aria-label={`Share, rename or delete: ${title}`}>
            <span aria-hidden="true">···</span>
          </button>
        }
      >
        <MenuItem onSelect={() => setOpen('share')}>Share by link</MenuItem>
        <MenuItem onSelect={() => setOpen('rename')}>Rename</MenuItem>
        <MenuItem onSelect={() => setOpen('delete')}>
          <span className="bad">Delete</span>
        </MenuItem>
      </Menu>
      <Dialog.Root open={open !== null} onOpenChange={(to) => to || setOpen(null)}>
        <Dialog.Portal>
          <Dialog.Overlay className="scrim" />
          <Dialog.Content className="dialog" aria-describedby={undefined}>
            <Dialog.Title asChild>
              <h2>{open ? titles[open] : ''}</h2>
            </Dialog.Title>
            {open === 'share' ? (
              <ShareLink id={id} />
            ) : open === 'delete' ? (
              <>
                <p className="muted mt-2">“{title}” and its answers are gone for good. Your data stays as it is.</p>
                <div className="mt-4 flex justify-end gap-2">
                  <Dialog.Close className="btn quiet">Keep it</Dialog.Close>
                  <button type="button" className="btn danger" onClick={onDelete}>
                    Delete conversation
                  </button>
                </div>
              </>
            ) : (
              <form onSubmit={rename} className="mt-4 flex flex-col gap-4">
                <Field name="title" label="Title" defaultValue={title} maxLength={200} required />
                <div className="flex justify-end gap-2">
                  <Dialog.Close className="btn quiet">Cancel</Dialog.Close>
                  <button type="submit" className="btn primary">
                    Rename
                  </button>
                </div>
              </form>
            )}
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  )
}

const titles = {
  share: 'Share by link',
  rename: 'Rename the conversation',
  delete: 'Delete this conversation?',
} as const
