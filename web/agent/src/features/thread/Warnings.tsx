import { IconAlertTriangle, IconScissors, IconShieldQuestion, IconUserQuestion } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useT, type TextKey } from '../../app/intl.js';
import type { MessageWarning } from '../../generated/graphql.js';
import type { Mail } from './types.js';

const WORDS: Record<MessageWarning, { text: TextKey; icon: Icon; grave: boolean }> = {
  SENDER_NOT_PROVEN: { text: 'warning.SENDER_NOT_PROVEN', icon: IconAlertTriangle, grave: true },
  UNVERIFIED_SENDER: { text: 'warning.UNVERIFIED_SENDER', icon: IconShieldQuestion, grave: true },
  NEW_PARTICIPANT: { text: 'warning.NEW_PARTICIPANT', icon: IconUserQuestion, grave: false },
  CUT: { text: 'warning.CUT', icon: IconScissors, grave: false },
};

/** What to know before a message is trusted, and what to do about it. */
export function Warnings({ message }: { message: Mail }) {
  const t = useT();
  const sender = message.from?.value ?? t('contact.unknown');
  return message.warnings.map((warning) => {
    const { text, icon: Mark, grave } = WORDS[warning];
    return (
      <p key={warning} className="warning" data-grave={grave || undefined}>
        <Mark size={16} aria-hidden />
        <span>
          {t(text, { sender })}{' '}
          {warning === 'CUT' && message.rawUrl && (
            <a href={message.rawUrl} download>
              {t('thread.source')}
            </a>
          )}
        </span>
      </p>
    );
  });
}
