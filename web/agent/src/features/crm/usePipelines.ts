import { useQuery } from 'urql';
import { useLocale } from '../../app/intl.js';
import { PipelinesDocument, type PipelinesQuery, type PipelineType } from '../../generated/crm.js';
import { useFresh } from './useFresh.js';

export type PipelineLine = PipelinesQuery['pipelines'][number];

/** The pipelines of a type with their stages and how much is in each; none while they are read. */
export function usePipelines(type: PipelineType | null): readonly PipelineLine[] {
  const { locale } = useLocale();
  const [{ data }, again] = useQuery({
    query: PipelinesDocument,
    variables: { type, language: locale },
    pause: type === null,
    requestPolicy: 'cache-and-network',
  });
  useFresh(() => again({ requestPolicy: 'network-only' }));
  return data?.pipelines ?? [];
}
