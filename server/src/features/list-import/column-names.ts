import type { ImportKind, ImportTarget } from './import-kinds.js';

type Names = Partial<Record<ImportTarget, readonly string[]>>;

const COMPANY = [
  'company',
  'companyname',
  'companies',
  'organisation',
  'organization',
  'bedrijf',
  'bedrijfsnaam',
  'organisatie',
  'account',
];
const MAIL = ['email', 'emails', 'emailaddress', 'mail', 'mailaddress', 'emailadres', 'mailadres'];

/** How columns are called, in letters and digits alone, by our own export and by others. */
const CONTACT_NAMES: Names = {
  NAME: ['name', 'fullname', 'contactname', 'contact', 'naam', 'volledigenaam', 'contactpersoon'],
  FIRST_NAME: ['firstname', 'givenname', 'voornaam'],
  LAST_NAME: ['lastname', 'surname', 'familyname', 'achternaam'],
  EMAIL: [...MAIL, 'email1value', 'workemail'],
  PHONE: ['phone', 'phones', 'phonenumber', 'telephone', 'mobile', 'mobilephone', 'mobilephonenumber', 'telefoon'].concat([
    'telefoonnummer',
    'mobiel',
    'tel',
    'phone1value',
  ]),
  COMPANY,
  OWNER: ['owner', 'contactowner', 'owneremail', 'eigenaar'],
  EXTERNAL_ID: [
    'id',
    'externalid',
    'recordid',
    'contactid',
    'customerid',
    'customernumber',
    'klantnummer',
    'klantid',
    'externid',
  ],
};

/** The same of companies, tickets, deals and tasks. */
const RECORD_NAMES: Names = {
  NAME: [
    'name',
    'title',
    'subject',
    'ticketname',
    'dealname',
    'taskname',
    'tasktitle',
    'naam',
    'titel',
    'onderwerp',
    'taak',
    'task',
    'deal',
    'ticket',
    'todo',
  ],
  DOMAIN: ['domain', 'companydomain', 'companydomainname', 'emaildomain', 'domein', 'domeinnaam'],
  PIPELINE: ['pipeline', 'ticketpipeline', 'pijplijn'],
  STAGE: ['stage', 'dealstage', 'ticketstage', 'status', 'ticketstatus', 'fase', 'stadium'],
  PRIORITY: ['priority', 'ticketpriority', 'prioriteit'],
  SOURCE: ['source', 'ticketsource', 'bron', 'herkomst'],
  AMOUNT: ['amount', 'dealamount', 'dealvalue', 'value', 'bedrag', 'waarde'],
  CURRENCY: ['currency', 'dealcurrency', 'dealcurrencycode', 'valuta', 'munt'],
  DUE_AT: ['dueat', 'due', 'duedate', 'expectedat', 'closedate', 'expectedclosedate', 'deadline', 'vervaldatum', 'uiterlijk'],
  REMIND_AT: ['remindat', 'reminder', 'reminderdate', 'herinnering'],
  DONE: ['done', 'doneat', 'completed', 'complete', 'gedaan', 'klaar', 'afgerond'],
  OWNER: ['owner', 'owneremail', 'assignee', 'assignedto', 'ticketowner', 'dealowner', 'companyowner', 'eigenaar'],
  CONTACT: [...MAIL, 'contactemail', 'contactemails', 'customeremail', 'emailklant'],
  COMPANY,
  TEXT: ['text', 'description', 'notes', 'body', 'omschrijving', 'beschrijving', 'toelichting'],
  EXTERNAL_ID: ['id', 'externalid', 'recordid', 'companyid', 'ticketid', 'dealid', 'taskid', 'externid', 'nummer', 'key'],
};

/** The words for each of these targets; first those that say the most. */
export function namesOf(kind: ImportKind, targets: readonly ImportTarget[]): ReadonlyMap<ImportTarget, readonly string[]> {
  const names = kind === 'CONTACT' ? CONTACT_NAMES : RECORD_NAMES;
  const called = kind === 'COMPANY' ? { ...names, NAME: [...(names.NAME ?? []), ...COMPANY] } : names;
  return new Map(targets.flatMap((target) => (called[target] ? [[target, called[target]]] : [])));
}

/** A header in letters and digits alone. */
export function plainly(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
