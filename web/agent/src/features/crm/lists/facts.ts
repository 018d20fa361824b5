import type { FactInput } from '../../../generated/graphql.js';

/** A fact by which contacts are looked for, in one way of `FactInput`. */
export interface Fact {
  propertyId: string;
  value?: string;
  anyOf?: string[];
  contains?: string;
  from?: string;
  to?: string;
  kept?: boolean;
}

const ADDRESSED = /^([^.:]+)(?:\.(has|any|between|kept))?:(.+)$/s;

/** The fact that an address names; null without one. */
export function factOf(text: string | undefined): Fact | null {
  const [, propertyId, way, said = ''] = ADDRESSED.exec(text ?? '') ?? [];
  if (!propertyId) return null;
  if (way === 'has') return { propertyId, contains: said };
  if (way === 'kept') return { propertyId, kept: said === 'yes' };
  if (way === 'any') return anyOf(propertyId, said);
  if (way === 'between') return between(propertyId, ...said.split('..'));
  return { propertyId, value: said };
}

function anyOf(propertyId: string, said: string): Fact | null {
  try {
    const values: unknown = JSON.parse(said);
    const texts = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
    return texts.length > 0 ? { propertyId, anyOf: texts } : null;
  } catch {
    return null;
  }
}

function between(propertyId: string, from = '', to = ''): Fact | null {
  return from || to ? { propertyId, ...(from && { from }), ...(to && { to }) } : null;
}

/** A fact as an address names it; undefined when it says nothing yet. */
export function factText(fact: FactInput): string | undefined {
  const { propertyId, value, contains, from, to, kept } = fact;
  const any = fact.anyOf == null ? null : [fact.anyOf].flat();
  if (kept != null) return `${propertyId}.kept:${kept ? 'yes' : 'no'}`;
  if (any) return any.length > 0 ? `${propertyId}.any:${JSON.stringify(any)}` : undefined;
  if (contains) return `${propertyId}.has:${contains}`;
  if (from || to) return `${propertyId}.between:${from ?? ''}..${to ?? ''}`;
  return value ? `${propertyId}:${value}` : undefined;
}
