import { Button } from '@balie/web-ui';
import { IconCircleCheck, IconCircleX, IconLoader } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import type { CheckLineFragment } from '../../generated/settings.js';

/** What would mend a failed check once the admin agrees. */
export interface Fix {
  question: string;
  setting: string;
  value: unknown;
}

function fixOf(fix: unknown): Fix | null {
  if (typeof fix !== 'object' || fix === null) return null;
  const { question, setting, value } = fix as Partial<Fix>;
  return typeof question === 'string' && typeof setting === 'string' ? { question, setting, value } : null;
}

interface ChecksProps {
  checks: readonly CheckLineFragment[];
  busy: boolean;
  onFix: (fix: Fix) => void;
}

/** How a test went, line by line, in the far side's own words; a question that would mend it is asked right there. */
export function Checks({ checks, busy, onFix }: ChecksProps) {
  const t = useT();
  if (busy)
    return (
      <p className="checks" role="status">
        <IconLoader size={18} aria-hidden className="spin" /> {t('channel.testing')}
      </p>
    );
  if (checks.length === 0) return null;
  return (
    <div role="status">
      <ul className="checks">
        {checks.map((check, index) => {
          const fix = check.ok ? null : fixOf(check.fix);
          const first = fix && checks.findIndex((other) => fixOf(other.fix)?.setting === fix.setting) === index;
          return (
            <li key={check.title} data-ok={check.ok}>
              {check.ok ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
              <div>
                <p>
                  {check.title}
                  <span className="vh">: {t(check.ok ? 'channel.checkOk' : 'channel.checkFailed')}</span>
                </p>
                {check.message && !(first && fix.question.startsWith(check.message)) && <p className="words">{check.message}</p>}
                {fix && first && (
                  <div className="fix">
                    <p className="words">{fix.question}</p>
                    <Button onClick={() => onFix(fix)}>{t('channel.connectAnyway')}</Button>
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
