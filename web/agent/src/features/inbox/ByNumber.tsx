import { Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { NotFound } from '../../app/NotFound.js';
import { ByNumberDocument } from '../../generated/graphql.js';

/** The permanent address of a conversation: leads to it in its inbox. */
export function ByNumber() {
  const { number } = useParams({ from: '/c/$number' });
  const [{ data, fetching }] = useQuery({ query: ByNumberDocument, variables: { number: Number(number) || 0 } });
  if (fetching) return <div className="boot" aria-busy="true" />;
  const conversation = data?.conversationByNumber;
  if (!conversation) return <NotFound />;
  const params = { inboxId: conversation.inbox.id, view: 'all' };
  return <Navigate to="/inbox/$inboxId/$view" params={params} search={{ c: conversation.id, status: 'any' }} replace />;
}
