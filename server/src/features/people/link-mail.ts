/** What the mail with a link says. */
export interface LinkMail {
  name: string;
  workspace: string;
  url: string;
  /** To join; else to set a new password. */
  joins: boolean;
}

const TEXTS = {
  en: {
    join: ({ name, workspace, url }: LinkMail) => ({
      subject: `Your invitation to ${workspace}`,
      text: `Hello ${name},\n\nYou are invited to work in ${workspace}. Choose a password here:\n\n${url}\n\nThe link holds for 72 hours and works once.`,
    }),
    reset: ({ name, workspace, url }: LinkMail) => ({
      subject: `A new password for ${workspace}`,
      text: `Hello ${name},\n\nSet a new password for ${workspace} here:\n\n${url}\n\nThe link holds for 72 hours and works once. You did not ask for it? Then do nothing: your password stays as it is.`,
    }),
  },
  nl: {
    join: ({ name, workspace, url }: LinkMail) => ({
      subject: `Je uitnodiging voor ${workspace}`,
      text: `Hallo ${name},\n\nJe bent uitgenodigd om te werken in ${workspace}. Kies hier een wachtwoord:\n\n${url}\n\nDe link geldt 72 uur en werkt één keer.`,
    }),
    reset: ({ name, workspace, url }: LinkMail) => ({
      subject: `Een nieuw wachtwoord voor ${workspace}`,
      text: `Hallo ${name},\n\nStel hier een nieuw wachtwoord in voor ${workspace}:\n\n${url}\n\nDe link geldt 72 uur en werkt één keer. Heb je er niet om gevraagd? Doe dan niets: je wachtwoord blijft zoals het is.`,
    }),
  },
};

/** Subject and text in the language of a tag, English for those that we do not speak. */
export function linkMail(language: string, mail: LinkMail): { subject: string; text: string } {
  const texts = language.toLowerCase().startsWith('nl') ? TEXTS.nl : TEXTS.en;
  return mail.joins ? texts.join(mail) : texts.reset(mail);
}
