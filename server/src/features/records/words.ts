import type { Words } from '../../kernel/language.js';

/** How the stages are called that come with the product. */
const STAGES: Record<string, Words> = {
  NEW: { en: 'New', nl: 'Nieuw' },
  WAITING_ON_CONTACT: { en: 'Waiting on contact', nl: 'Wacht op klant' },
  WAITING_ON_US: { en: 'Waiting on us', nl: 'Wacht op ons' },
  CLOSED: { en: 'Closed', nl: 'Gesloten' },
  QUALIFIED: { en: 'Qualified', nl: 'Gekwalificeerd' },
  PROPOSAL: { en: 'Proposal', nl: 'Voorstel' },
  NEGOTIATION: { en: 'Negotiation', nl: 'Onderhandeling' },
  WON: { en: 'Won', nl: 'Gewonnen' },
  LOST: { en: 'Lost', nl: 'Verloren' },
};

const PIPELINES: Record<'TICKET' | 'DEAL', Words> = {
  TICKET: { en: 'Support', nl: 'Klantenservice' },
  DEAL: { en: 'Sales', nl: 'Verkoop' },
};

export const stageWords = (word: string | null): Words => STAGES[word ?? ''] ?? word ?? '';
export const pipelineWords = (type: 'TICKET' | 'DEAL'): Words => PIPELINES[type];
