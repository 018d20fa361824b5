import { Injectable } from '@nestjs/common';
import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import { ApiSettingsService } from '../../features/api-settings/index.js';

/** Where an admin has switched the explorer off, nobody asks the API what it holds (N23). */
@Injectable()
export class ExplorerRule {
  constructor(private readonly settings: ApiSettingsService) {}

  /** Throws FORBIDDEN for `__schema` and `__type`, also within fragments. */
  async check(document: DocumentNode): Promise<void> {
    if (!asksForSchema(document) || (await this.settings.isExplorable())) return;
    const words = 'An admin has switched the explorer off. The schema is at /schema.graphql.';
    // As with every other field that one may not have; Apollo would answer 500 by itself.
    throw new GraphQLError(words, { extensions: { code: 'FORBIDDEN', http: { status: 200 } } });
  }
}

/** A program asks by the same few documents, which are parsed once: each is walked through once, too. */
const walked = new WeakMap<DocumentNode, boolean>();

function asksForSchema(document: DocumentNode): boolean {
  const known = walked.get(document);
  if (known !== undefined) return known;
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      asks = true;
      return BREAK;
    },
  });
  walked.set(document, asks);
  return asks;
}
