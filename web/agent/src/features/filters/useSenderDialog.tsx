import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { SenderIn } from './senders.js';

const BlockDialog = lazy(() => import('./SenderDialogs.js').then((module) => ({ default: module.BlockDialog })));
const UnblockDialog = lazy(() => import('./SenderDialogs.js').then((module) => ({ default: module.UnblockDialog })));

/** Whom a dialog is about. */
export type Sender = SenderIn & { name: string; inboxName: string };

/** The dialogs about a sender: how to open them, and the one that is open. */
export function useSenderDialog(): { ask: (what: 'block' | 'unblock', sender: Sender) => void; dialog: ReactNode } {
  const [open, setOpen] = useState<{ what: 'block' | 'unblock'; sender: Sender } | null>(null);
  const Dialog = open?.what === 'block' ? BlockDialog : UnblockDialog;
  const close = () => setOpen(null);
  return {
    ask: (what, sender) => setOpen({ what, sender }),
    dialog: open && (
      <Suspense>
        <Dialog sender={open.sender} onClose={close} />
      </Suspense>
    ),
  };
}
