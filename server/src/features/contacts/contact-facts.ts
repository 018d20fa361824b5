import { DomainError } from '../../kernel/errors.js';
import type { ContactProperty } from './contact-property.entity.js';

const TEXT_LENGTH = 2_000;

/** The facts with what the input changes, checked against their types; null takes a fact away, what is not named stays. */
export function factsWith(
  facts: Record<string, unknown>,
  input: Record<string, unknown>,
  properties: readonly ContactProperty[],
): Record<string, unknown> {
  const known = new Map(properties.map((property) => [property.id, property]));
  const after = { ...facts };
  for (const [id, value] of Object.entries(input)) {
    const property = known.get(id);
    if (!property) throw invalid(id, 'There is no such property.');
    if (value === null || value === '') delete after[id];
    else after[id] = factOf(property, value);
  }
  return after;
}

function factOf(property: ContactProperty, value: unknown): unknown {
  const refuse = (what: string): never => {
    throw invalid(property.id, `${property.label} ${what}.`);
  };
  switch (property.type) {
    case 'TEXT':
      return typeof value === 'string' && value.length <= TEXT_LENGTH ? value.trim() : refuse('is text');
    case 'NUMBER':
      return typeof value === 'number' && Number.isFinite(value) ? value : refuse('is a number');
    case 'DATE':
      return isDate(value) ? value : refuse('is a day such as 2026-11-28');
    case 'CHOICE':
      return typeof value === 'string' && property.options.includes(value) ? value : refuse('is one of its choices');
    case 'YES_NO':
      return typeof value === 'boolean' ? value : refuse('is yes or no');
    case 'LINK':
      return isLink(value) ? value : refuse('is an address such as https://example.com');
  }
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

function isLink(value: unknown): boolean {
  return typeof value === 'string' && value.length <= TEXT_LENGTH && /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value);
}

function invalid(id: string, message: string): DomainError {
  return new DomainError('INVALID', message, { path: ['fields', id] });
}
