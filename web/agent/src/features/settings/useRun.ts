import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useState } from 'react';
import { useClient, type AnyVariables } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import type { ProblemFragment } from '../../generated/graphql.js';

interface Run<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  /** Finds the payload's problems in the answer. */
  problems: (data: Data) => readonly ProblemFragment[];
}

/** Runs a mutation, tells what went wrong, and answers with the data when nothing did. */
export function useRun() {
  const t = useT();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <Data, Variables extends AnyVariables>({
      document,
      variables,
      problems,
    }: Run<Data, Variables>): Promise<Data | null> => {
      setBusy(true);
      const { data, error } = await client.mutation(document, variables).toPromise();
      setBusy(false);
      const failed = outcomeText(t, error, data ? problems(data) : undefined);
      if (!failed && data) return data;
      toast(failed ?? t('error.unknown'), undefined, 'bad');
      return null;
    },
    [client, t],
  );
  return { run, busy };
}
