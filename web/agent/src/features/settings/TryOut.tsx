import { Button } from '@balie/web-ui';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useClient } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import type { ProblemFragment } from '../../generated/graphql.js';
import { TryResponderDocument } from '../../generated/settings.js';

interface TryProps {
  /** As it would be kept. */
  input: { id: string | null; type: string; inboxIds: string[]; settings: unknown };
  onProblems: (problems: readonly ProblemFragment[]) => void;
}
interface Said {
  from: string;
  text: string;
}

/** A talk with what is not kept yet: nothing of it stays, and what would be done is told in between (D32). */
export function TryOut({ input, onProblems }: TryProps) {
  const t = useT();
  const id = useId();
  const client = useClient();
  const [lines, setLines] = useState<readonly Said[]>([]);
  const [options, setOptions] = useState<readonly string[]>([]);
  const [state, setState] = useState<unknown>(null);
  const [over, setOver] = useState(true);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    end.current?.scrollTo?.({ top: end.current.scrollHeight });
  }, [lines]);
  const turn = async (said: string | null) => {
    setBusy(true);
    const before = said === null ? [] : [...lines, { from: 'me', text: said }];
    setLines(before);
    setOptions([]);
    const { data, error } = await client
      .mutation(TryResponderDocument, { input: { ...input, text: said, state: said === null ? null : state } })
      .toPromise();
    setBusy(false);
    const problems = data?.responderTry.userErrors ?? [];
    onProblems(problems);
    setFailed(outcomeText(t, error, problems));
    const answer = data?.responderTry.turn;
    setOver(answer?.over ?? true);
    if (!answer) return;
    setLines([...before, ...answer.lines]);
    setOptions(answer.lines.at(-1)?.options ?? []);
    setState(answer.state);
    field.current?.focus();
  };
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setText('');
    void turn(text);
  };
  return (
    <section className="try-out" aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>{t('try.title')}</h3>
        <Button onClick={() => void turn(null)} busy={busy}>
          <IconPlayerPlay size={16} aria-hidden />
          {t(lines.length > 0 ? 'try.again' : 'try.begin')}
        </Button>
      </header>
      <div className="try-lines" role="log" aria-label={t('try.title')} ref={end}>
        {lines.length === 0 && <p data-from="note">{t('try.help')}</p>}
        {lines.map((line, index) => (
          <p key={index} data-from={line.from}>
            {line.text}
          </p>
        ))}
        {options.length > 0 && (
          <div className="try-options">
            {options.map((option) => (
              <Button key={option} onClick={() => void turn(option)}>
                {option}
              </Button>
            ))}
          </div>
        )}
      </div>
      {failed && (
        <p className="field-error" role="alert">
          {failed}
        </p>
      )}
      <form onSubmit={say}>
        <input
          ref={field}
          className="input"
          aria-label={t('try.say')}
          placeholder={t('try.say')}
          value={text}
          disabled={over}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={over || busy}>
          {t('try.send')}
        </Button>
      </form>
    </section>
  );
}
