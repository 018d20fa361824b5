import { randomUUID } from 'node:crypto';

/** A mail as a customer's program would write it. */
export interface Letter {
  from: string;
  name: string;
  to: string;
  cc?: string;
  subject: string;
  text: string;
  html?: string;
  file?: { name: string; mime: string; content: string };
  inReplyTo?: string;
}

/** The wire form of a letter, and the Message-ID that it got. */
export function write(letter: Letter): { raw: string; messageId: string } {
  const messageId = `<${randomUUID()}@${letter.from.split('@')[1] ?? 'cust.test'}>`;
  const head = [
    `From: ${letter.name} <${letter.from}>`,
    `To: ${letter.to}`,
    ...(letter.cc ? [`Cc: ${letter.cc}`] : []),
    `Subject: ${letter.subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    ...(letter.inReplyTo ? [`In-Reply-To: ${letter.inReplyTo}`, `References: ${letter.inReplyTo}`] : []),
    'MIME-Version: 1.0',
  ];
  return { raw: [...head, ...bodyOf(letter)].join('\r\n') + '\r\n', messageId };
}

function bodyOf({ text, html, file }: Letter): string[] {
  const plain = ['Content-Type: text/plain; charset=utf-8', '', text];
  const content = html ? multipart('alternative', [plain, ['Content-Type: text/html; charset=utf-8', '', html]]) : plain;
  if (!file) return content;
  const part = [
    `Content-Type: ${file.mime}; name="${file.name}"`,
    `Content-Disposition: attachment; filename="${file.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(file.content).toString('base64'),
  ];
  return multipart('mixed', [content, part]);
}

function multipart(kind: string, parts: string[][]): string[] {
  const boundary = `=_${randomUUID()}`;
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
  ];
}

/** The content of a stored mail with the soft line breaks of quoted-printable taken out. */
export const unfolded = (raw: Buffer): string => raw.toString('utf8').replace(/=\r?\n/g, '');
