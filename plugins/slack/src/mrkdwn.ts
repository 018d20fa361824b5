/** Text as it stands for itself in Slack's markup: these three alone have a meaning there (docs.slack.dev, “Escaping text”). */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Who is mentioned in a message without a name beside the id. */
export function mentioned(mrkdwn: string): string[] {
  return [...new Set([...mrkdwn.matchAll(/<@([UW][A-Z0-9]+)>/g)].map((match) => match[1] ?? ''))];
}

/**
 * What a person wrote in Slack as plain text, for people who do not have Slack: links as their address, mentions as names, escapes undone.
 * What is left unknown is shown as it is rather than dropped.
 */
export function plain(mrkdwn: string, nameOf: (user: string) => string | undefined = () => undefined): string {
  const readable = mrkdwn.replace(/<([^<>]*)>/g, (_, inside: string) => {
    const bar = inside.indexOf('|');
    const [target, label] = bar < 0 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
    if (target.startsWith('@')) return `@${label || nameOf(target.slice(1)) || target.slice(1)}`;
    if (target.startsWith('#')) return `#${label || target.slice(1)}`;
    if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`;
    const address = target.replace(/^(mailto|tel):/, '');
    return label === '' || label === address || target.endsWith(label) ? address : `${label} (${address})`;
  });
  return readable.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** At most so many UTF-16 units, which is the strictest count, without half of a character; the last one tells that there was more. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end}…`;
}
