import { decodeMessage, type MessageEvent } from './decoded.js';

/** Joins lines as a mail has them. */
export const lines = (...all: string[]): string => all.join('\r\n');
export const FROM = 'From: Anna Berg <anna@cust.test>';
const BASE = ['To: support@shop.test', 'Message-ID: <m1@cust.test>', 'MIME-Version: 1.0'];

/** Fields, with those that every mail has unless they are given, and a body. */
export function mail(fields: string[], ...body: string[]): string {
  const has = (name: string): boolean => fields.some((field) => field.toLowerCase().startsWith(`${name}:`));
  const base = [FROM, 'Subject: Order', ...BASE].filter((field) => !has(field.slice(0, field.indexOf(':')).toLowerCase()));
  return lines(...fields, ...base, '', ...body);
}

/** A multipart; each part is its fields, an empty line and its body. */
export function multipart(type: string, parts: string[], fields: string[] = [], boundary = '=_b'): string {
  return mail([...fields, `Content-Type: multipart/${type}; boundary="${boundary}"`], inner(parts, boundary));
}

/** The parts of a multipart that is itself a part. */
export const inner = (parts: string[], boundary: string): string =>
  lines(...parts.map((part) => `--${boundary}\r\n${part}`), `--${boundary}--`, '');
export const nested = (type: string, parts: string[], boundary: string): string =>
  lines(`Content-Type: multipart/${type}; boundary="${boundary}"`, '', inner(parts, boundary));
export const plain = (text: string, more: string[] = []): string =>
  lines('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ...more, '', text);
export const html = (text: string, more: string[] = []): string =>
  lines('Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ...more, '', text);
export const file = (type: string, ...fields: string[]): string =>
  lines(`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...fields, '', 'aGVsbG8=');
export const picture = (cid: string, ...fields: string[]): string =>
  file('image/png; name=dot.png', `Content-ID: <${cid}>`, ...fields);

export const decoded = (raw: string): Promise<MessageEvent> => decodeMessage(raw);
