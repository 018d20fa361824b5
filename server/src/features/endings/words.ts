/** One line of a talk; `name` null: of who gets the copy himself. `at` in milliseconds. */
interface Line {
  name: string | null;
  at: number;
  text: string;
  files: readonly string[];
}
interface Where {
  locale: string;
  /** An IANA zone. */
  timeZone: string;
  inbox: string;
}

const WORDS = {
  en: {
    you: 'You',
    file: 'File',
    subject: (inbox: string) => `Your chat with ${inbox}`,
    begin: (inbox: string) => `This is what was said in your chat with ${inbox}. Answer this mail to go on.`,
  },
  nl: {
    you: 'Jij',
    file: 'Bestand',
    subject: (inbox: string) => `Je chat met ${inbox}`,
    begin: (inbox: string) => `Dit is er gezegd in je chat met ${inbox}. Antwoord op deze mail om verder te praten.`,
  },
};

/** The copy of a talk as plain text, in which nothing is markup and no line is a header. */
export function transcriptWords({ locale, timeZone, inbox }: Where, said: readonly Line[]): { subject: string; text: string } {
  const words = locale.startsWith('nl') ? WORDS.nl : WORDS.en;
  const when = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const lines = said.map(({ name, at, text, files }) => {
    const head = `${name === null ? words.you : oneLine(name)}, ${when.format(at)}`;
    return [head, ...(text === '' ? [] : [text]), ...files.map((file) => `[${words.file}: ${oneLine(file)}]`)].join('\n');
  });
  return { subject: words.subject(oneLine(inbox)), text: [words.begin(oneLine(inbox)), ...lines].join('\n\n') };
}

/** Of one line, whatever somebody has put into it. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
