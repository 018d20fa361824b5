interface Said {
  name: string;
  text: string;
}

/** What somebody reads who had left before he was answered. Nothing of his own words stands in it: the address may be another's. */
export function onwardWords(locale: string, inbox: string, said: readonly Said[]): { subject: string; text: string } {
  const answers = said.map(({ name, text }) => `${name}:\n${text}`).join('\n\n');
  if (locale.startsWith('nl'))
    return {
      subject: `Antwoord van ${inbox}`,
      text: `Je was al weg toen we antwoordden. Antwoord op deze mail om verder te praten.\n\n${answers}`,
    };
  return {
    subject: `Answer from ${inbox}`,
    text: `You had left when we answered. Answer this mail to go on.\n\n${answers}`,
  };
}
