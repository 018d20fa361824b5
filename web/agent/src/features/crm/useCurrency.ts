import { useQuery } from 'urql';
import { DealCurrencyDocument } from '../../generated/crm.js';
import { useFresh } from './useFresh.js';

/** What amounts are in where nobody says; null while it is read. */
export function useCurrency(pause = false): string | null {
  const [{ data }, again] = useQuery({ query: DealCurrencyDocument, pause });
  useFresh(() => !pause && again({ requestPolicy: 'network-only' }), ['pipeline.currency']);
  return data?.dealCurrency ?? null;
}
