import type { IssuingWords } from './issuing-zh-cn.ts';

/** Issuing a form. */
export const issuingEn: IssuingWords = {
  title: 'Issue a form',
  lead: 'The fields come from the file and may be changed; the form becomes a Word file of this suit, to be sealed and handed to the court.',
  organ: 'For which organ',
  session: 'Session it is about',
  cautions: 'Look at this before issuing',
  under: 'Under',
  row: (field, n) => `${field} (${n})`,
  addRow: 'Add a person',
  removeRow: (n) => `Remove person ${n}`,
  issue: (form) => `Issue: ${form}`,
  issued: (form) => `${form}: stored in this suit.`,
  needsSession: 'This suit has no session on record. Record one first, then issue this form.',
};
