/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
export type ReportInput = {
  /** Of which agents; only from inboxes in which the viewer may see agents apart. Empty: of all, and of nobody. */
  agentIds?: Array<string | number>;
  /** By which channels conversations began; empty: by all, and by none. */
  channelIds?: Array<string | number>;
  /** The first day, as `YYYY-MM-DD` on the calendar of the time zone. */
  from: string;
  /** Of which inboxes; empty: of all that the viewer may see. */
  inboxIds?: Array<string | number>;
  /** A name of the IANA time zone database, such as `Europe/Amsterdam`: it says when a day begins. */
  timeZone: string;
  /** The last day, which counts; at most 366 days in all. */
  until: string;
};

export type TookFragment = { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null };

export type FiguresFragment = { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } };

export type FigureRowFragment = { id: string | null, name: string, figures: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } } };

export type ReportQueryVariables = Exact<{
  input: ReportInput;
}>;


export type ReportQuery = { report: { since: string, seesAgents: boolean, total: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } }, days: Array<{ date: string, figures: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } } }>, inboxes: Array<{ id: string | null, name: string, figures: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } } }>, channels: Array<{ id: string | null, name: string, figures: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } } }>, agents: Array<{ id: string | null, name: string, figures: { new: number, assigned: number, closed: number, reopened: number, open: number | null, firstReply: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, closing: { count: number, median: number | null, ninetieth: number | null, workingMedian: number | null, workingNinetieth: number | null }, sla: { first: { kept: number, missed: number }, next: { kept: number, missed: number }, closing: { kept: number, missed: number } } } }> } };

export type ReportCsvQueryVariables = Exact<{
  input: ReportInput;
}>;


export type ReportCsvQuery = { report: { csv: string } };

const FigureRow = 'fragment FigureRow on ReportRow{id name figures{...Figures}}';
const Figures = 'fragment Figures on ReportFigures{new assigned closed reopened open firstReply{...Took}closing{...Took}sla{first{kept missed}next{kept missed}closing{kept missed}}}';
const Took = 'fragment Took on ReportDuration{count median ninetieth workingMedian workingNinetieth}';
export const ReportDocument = ('query Report($input:ReportInput!){report(input:$input){since seesAgents total{...Figures}days{date figures{...Figures}}inboxes:rows(by:INBOX){...FigureRow}channels:rows(by:CHANNEL){...FigureRow}agents:rows(by:AGENT){...FigureRow}}}' + FigureRow + Figures + Took) as unknown as TypedDocumentNode<ReportQuery, ReportQueryVariables>;
export const ReportCsvDocument = ('query ReportCsv($input:ReportInput!){report(input:$input){csv}}') as unknown as TypedDocumentNode<ReportCsvQuery, ReportCsvQueryVariables>;