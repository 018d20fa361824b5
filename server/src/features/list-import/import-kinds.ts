/** What the rows of a file are. */
export type ImportKind = 'CONTACT' | 'COMPANY' | 'TICKET' | 'DEAL' | 'TASK';

/** What a column of a file holds. */
export type ImportTarget =
  | 'SKIP'
  | 'NAME'
  | 'FIRST_NAME'
  | 'LAST_NAME'
  | 'EMAIL'
  | 'PHONE'
  | 'COMPANY'
  | 'CONTACT'
  | 'OWNER'
  | 'EXTERNAL_ID'
  | 'PROPERTY'
  | 'TEXT'
  | 'DOMAIN'
  | 'PIPELINE'
  | 'STAGE'
  | 'PRIORITY'
  | 'SOURCE'
  | 'AMOUNT'
  | 'CURRENCY'
  | 'DUE_AT'
  | 'REMIND_AT'
  | 'DONE';
