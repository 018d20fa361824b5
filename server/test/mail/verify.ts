import { expect } from '@jest/globals';
import { readMail } from './cases.js';
import type { PostOffice } from './post-office.js';
import type { Outcome } from './scenario.js';
import { contactsOf } from './seen.js';

const PLACEMENTS: Record<string, string> = { inbox: 'INBOX', filtered: 'FILTERED', spam: 'SPAM' };
const normal = (text: string): string => text.replaceAll(/[ \t]+$/gm, '').trim();

/** Compares what an agent sees with what the case says must be seen. */
export async function verify(office: PostOffice, o: Outcome): Promise<void> {
  checkPlace(o);
  await checkCounts(office, o);
  await checkPeople(office, o);
  checkText(o);
  checkState(o);
  await checkFiles(office, o);
  await checkPage(office, o);
}

function checkPlace({ expect: e, before, after, conversation, message, item }: Outcome): void {
  const existing = /^existing:(\d)$/.exec(e.conversation ?? '')?.[1];
  if (existing) {
    const wanted = before[Number(existing) - 1]?.id;
    if (e.attachedTo) expect(item.conversation?.id).toBe(wanted);
    else expect(conversation?.id).toBe(wanted);
    expect(after).toHaveLength(before.length);
  }
  if (e.conversation === 'new') {
    expect(before.map(({ id }) => id)).not.toContain(conversation?.id);
    expect(after).toHaveLength(before.length + 1);
  }
  if (e.conversation === 'none') expect([after.length, conversation, item.state]).toEqual([0, null, 'FILTERED']);
  if (e.messagesInConversation) expect(conversation?.messages).toHaveLength(e.messagesInConversation);
  if (e.mustNotJoin) expect(conversation?.id).not.toBe(before[e.mustNotJoin - 1]?.id);
  if (e.view) expect(conversation?.placement).toBe(PLACEMENTS[e.view]);
  if (e.reason) expect(conversation?.placementReason).toContain(e.reason);
  if (e.bounce) expect(conversation?.placementReason).toMatch(/report/i);
  if (e.complaint) expect(conversation?.placementReason).toMatch(new RegExp(`complain.*${e.complaint}`, 'i'));
  if (e.bounce && e.status) expect(conversation?.placementReason).toContain(e.status);
  if (e.shown) expect(message).toBeTruthy();
  if (e.replyAll) {
    const [route] = conversation?.replyRoutes ?? [];
    const people = { to: route?.to.map(({ value }) => value), cc: route?.cc.map(({ value }) => value) };
    expect(people).toEqual(e.replyAll);
    for (const never of e.replyAllNever ?? []) expect([...(people.to ?? []), ...(people.cc ?? [])]).not.toContain(never);
  }
}

/** How often a mail is there, in this inbox and in the other one that it went to. */
async function checkCounts(
  office: PostOffice,
  { expect: e, box, after, elsewhere, conversation, message }: Outcome,
): Promise<void> {
  if (e.messages !== undefined) expect(after.flatMap(({ messages }) => messages)).toHaveLength(e.messages);
  if (e.conversations !== undefined) expect(after.length + elsewhere.length).toBe(e.conversations);
  if (e.perInbox) expect({ support: after.length, sales: elsewhere.length }).toEqual(e.perInbox);
  if (e.contacts !== undefined) expect(new Set([...after, ...elsewhere].map(({ contact }) => contact?.id)).size).toBe(e.contacts);
  if (e.linked) {
    const both = [conversation, elsewhere[0]];
    const links = both.map((one) => one?.events.filter(({ type }) => type === 'linked').map(({ data }) => data));
    expect(links.flat()).toContainEqual({ conversationId: expect.stringMatching(/^cnv_/) });
  }
  if (e.autoRepliesSent)
    expect([...after, ...elsewhere].flatMap(({ messages }) => messages.filter(isOurs)).length).toBeLessThanOrEqual(1);
  if (e.date) {
    const { stdout } = await office.mail.doveadm('fetch', '-u', box.address, 'date.received.unixtime', 'mailbox', 'INBOX', 'ALL');
    const internalDate = Number(/\d{9,}/.exec(stdout)?.[0]) * 1000;
    expect(Math.abs(new Date(message?.at ?? 0).getTime() - internalDate)).toBeLessThanOrEqual(2_000);
  }
}

const isOurs = ({ direction }: { direction: string }): boolean => direction === 'OUTBOUND';

async function checkPeople(office: PostOffice, { expect: e, conversation, message, raw }: Outcome): Promise<void> {
  if (e.contact) {
    const author = message?.author;
    expect(author?.__typename).toBe('Contact');
    if (conversation?.messages[0]?.id === message?.id)
      expect(conversation?.contact?.identities.map(({ value }) => value)).toContain(e.contact.email);
    const [contact] = await contactsOf(office.owner, e.contact.email);
    expect(contact?.name).toBe(e.contact.name ?? contact?.name);
    expect(contact).toBeTruthy();
    if (e.contact.name) expect(author?.name).toBe(e.contact.name);
  }
  if (e.cc) expect(message?.cc.map(({ value }) => value)).toEqual(expect.arrayContaining(e.cc));
  if (e.contactsCreated === 0) {
    const from = /^From:.*?([^\s<>"]+@[^\s<>"]+)/im.exec(raw.toString('latin1'))?.[1]?.toLowerCase() ?? '';
    expect(from).toContain('@');
    expect(await contactsOf(office.owner, from)).toEqual([]);
  }
  if (e.noteByAgent) {
    const note = conversation?.messages.find(({ direction }) => direction === 'INTERNAL');
    expect([note?.author.__typename, note?.text]).toEqual(['Agent', expect.stringContaining(e.noteByAgent)]);
  }
}

function checkText({ expect: e, conversation, message }: Outcome): void {
  const text = normal(message?.text ?? '');
  if (e.subject === '(no subject)') expect([conversation?.subject, message?.subject]).toEqual(['', '']);
  else if (e.subject !== undefined) expect(conversation?.subject).toBe(e.subject);
  if (e.text !== undefined) expect(text).toBe(normal(e.text));
  if (e.textFile) expect(text).toBe(normal(readMail(e.textFile).toString('utf8')));
  if (e.textIncludes) expect(text).toContain(e.textIncludes);
  if (e.textExcludes) expect(text).not.toContain(e.textExcludes);
  if (e.preview) expect(conversation?.preview).toBe(e.preview);
  if (e.quotedHidden) {
    const hidden = e.quotedHidden.replace(/^> ?/, '');
    expect(message?.quotedText).toContain(hidden);
    expect(text).not.toContain(e.quotedHidden);
  }
}

function checkState({ expect: e, before, after, conversation, message }: Outcome): void {
  if (e.automatic) expect(message?.automatic).toBe(true);
  const ours = after.flatMap(({ messages }) => messages.filter(({ direction }) => direction === 'OUTBOUND'));
  const wereOurs = before.flatMap(({ messages }) => messages.filter(({ direction }) => direction === 'OUTBOUND'));
  if (e.autoReply === false || e.outgoing === 0) expect(ours).toHaveLength(wereOurs.length);
  if (e.autoReply === true) expect(ours).toHaveLength(wereOurs.length + 1);
  if (e.conversationStatus?.startsWith('unchanged')) expect(conversation?.status).toBe(before[0]?.status);
  if (e.notifyAgents === false) expect(conversation?.waitingSince).toBe(before[0]?.waitingSince);
  if (e.attachedTo) {
    const target = after.find(({ id }) => id === before[0]?.id);
    const message = target?.messages.find(({ direction }) => direction === 'OUTBOUND');
    expect(['FAILED', 'BOUNCED']).toContain(message?.deliveryStatus);
    expect(message?.deliveries.map(({ reason }) => reason).join(' ')).toContain(e.status);
    if (e.notifyAgents) expect([target?.status, target?.deliveryStatus]).toEqual(['OPEN', message?.deliveryStatus]);
  }
}

async function checkFiles(office: PostOffice, { expect: e, message }: Outcome): Promise<void> {
  const files = message?.attachments ?? [];
  const listed = files.filter(({ inline }) => !inline);
  if (e.attachments) expect(listed.map(({ name }) => name)).toEqual(e.attachments);
  if (e.attachmentsCount !== undefined) expect(listed).toHaveLength(e.attachmentsCount);
  if (e.inlineImages !== undefined) expect(files.filter(({ inline }) => inline)).toHaveLength(e.inlineImages);
  e.names?.forEach((name, index) => {
    const seen = listed[index]?.name ?? '';
    if (name.startsWith('a*')) expect([/^a+\.pdf$/.test(seen), Buffer.byteLength(seen) <= 255]).toEqual([true, true]);
    else expect(seen).toBe(name);
  });
  for (const { url, name } of e.servedWith ? listed : []) {
    expect([name, url]).toEqual([name, expect.any(String)]);
    const { headers } = await office.owner.get(url ?? '');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const about = JSON.stringify(message?.parts ?? []);
  if (e.signature) expect(about).toContain('S/MIME');
  if (e.invite) expect(about).toContain(e.invite.summary);
}

async function checkPage(office: PostOffice, { expect: e, message }: Outcome): Promise<void> {
  if (e.rawDownload) {
    const answer = await office.owner.get(message?.rawUrl ?? '/nothing');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^attachment/)]);
  }
  if (!e.noElements && e.remoteRequestsBeforeConsent === undefined) return;
  expect(message?.htmlUrl).toBeTruthy();
  const { text, headers } = await office.owner.get(message?.htmlUrl ?? '');
  const body = text.slice(text.indexOf('<body'));
  for (const name of e.noElements ?? []) expect(body).not.toMatch(new RegExp(`<${name}[\\s>/]`, 'i'));
  if (e.pwnedUndefined) expect(body).not.toMatch(/\son\w+\s*=|javascript:|srcdoc/i);
  if (e.remoteRequestsBeforeConsent === 0) {
    expect(body).not.toMatch(/\s(?:src|srcset|background|poster)\s*=\s*["']?(?:https?:)?\/\//i);
    expect(body).not.toMatch(/url\(|image-set\(|@import|<link/i);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  }
}
