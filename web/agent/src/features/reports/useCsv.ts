import { useState } from 'react';
import { useClient } from 'urql';
import { failureText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { ReportCsvDocument, type ReportInput } from '../../generated/reports.js';

/** Asks for a report as a file, and hands it to the browser. */
export function useCsv(): { busy: boolean; download: (input: ReportInput) => Promise<void> } {
  const t = useT();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const download = async (input: ReportInput) => {
    setBusy(true);
    const { data, error } = await client.query(ReportCsvDocument, { input }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (data) save(data.report.csv, `balie-${input.from}-${input.until}.csv`);
    else if (error) toast(t('toast.failed', { reason: failureText(t, error) }));
  };
  return { busy, download };
}

function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
