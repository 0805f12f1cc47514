import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { TimelineItem } from '@redress/domain/case-view/types';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { shortDay } from '../format.ts';
import type { Words } from '../labels/words.ts';
import type { Language } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { lawOf } from '../step-form/step-form.tsx';
import type { Labels } from '../use-labels.ts';

/** The organs against which a case is. */
export const organsOf = (view: CaseFile): readonly { readonly organId: string; readonly name: string }[] =>
  view.kind === 'reconsideration' ? view.respondents : view.organs;

/** Names of the parties and organs of a case by id. */
export function nameOf(view: CaseFile, id: unknown): string | null {
  if (typeof id !== 'string') return null;
  return (
    organsOf(view).find((r) => r.organId === id)?.name ??
    view.parties.find((p) => p.partyId === id)?.name ??
    (view.organId === id ? view.organName : null)
  );
}

/** The payload fields that a line of the timeline says, in this order. */
const told = [
  'number',
  'accountName',
  'accountNames',
  'toName',
  'types',
  'articles',
  'operative',
  'ground',
  'condition',
  'procedure',
  'to',
  'days',
  'until',
  'dueOn',
  'items',
  'materials',
  'respondentId',
  'partyId',
  'toOrgan',
  'evidence',
  'basis',
  'manner',
  'decidedBy',
  'on',
  'time',
  'place',
  'method',
  'proof',
  'step',
  'opinion',
  'reasons',
  'reason',
  'terms',
  'summary',
  'subject',
  'name',
  'why',
] as const;

/** The same of a lawsuit's entries. */
const toldOfSuit = [
  'number',
  'organId',
  'organs',
  'parties',
  'obligationId',
  'level',
  'court',
  'courtNumber',
  'papers',
  'undertakingId',
  'accountNames',
  'to',
  'on',
  'time',
  'place',
  'leader',
  'leaderName',
  'result',
  'outcomes',
  'reversedTo',
  'operative',
  'elements',
  'what',
  'measure',
  'ground',
  'grounds',
  'proof',
  'kind',
  'step',
  'opinion',
  'reasons',
  'reason',
  'summary',
  'measures',
  'name',
  'note',
  'why',
] as const;

/** One line about an entry, from what this reader may see of it. */
export function entryDetail(
  item: TimelineItem,
  view: CaseFile,
  labels: Labels,
  words: Words,
  language: Language,
): string {
  const { payload } = item;
  const parts: string[] = [];
  for (const field of view.kind === 'litigation' ? toldOfSuit : told) {
    const value = payload[field];
    const text = say(field, value);
    if (text !== null && text !== '') parts.push(text);
  }
  if (item.type === 'document-issued') parts.push(...sendingsOf(payload));
  if (item.type === 'reply-filed' && Array.isArray(payload.evidence)) {
    parts.unshift(words.clocks.evidence(payload.evidence.length));
  }
  const line = parts.join(' · ');
  return [...line].length > 160 ? `${[...line].slice(0, 160).join('')}…` : line;

  function say(field: string, value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null;
    if (field === 'respondentId' || field === 'partyId' || field === 'toOrgan' || field === 'organId') {
      return nameOf(view, value);
    }
    if (view.kind === 'litigation') {
      const own = ofSuit(field, value, view, words);
      if (own !== undefined) return own;
    }
    if (field === 'evidence') return null;
    if (
      view.kind === 'reconsideration' &&
      field === 'number' &&
      item.type !== 'case-registered' &&
      item.type !== 'document-issued'
    )
      return null;
    if (field === 'step') return typeof value === 'string' ? labels.step(value) : null;
    if (field === 'days' && typeof value === 'number') return words.clocks.days(value);
    if (typeof value === 'string') {
      if (isCivilDate(value)) return shortDay(value as CivilDate, language);
      return labels.option(item.type, field, value, lawOf(view));
    }
    if (Array.isArray(value) && value.every((v) => typeof v === 'string')) {
      return value.map((v) => labels.option(item.type, field, v, lawOf(view))).join(words.listSeparator);
    }
    return null;
  }

  function sendingsOf(p: TimelineItem['payload']): string[] {
    if (!Array.isArray(p.sendings)) return [];
    return p.sendings.flatMap((s: unknown) => {
      if (typeof s !== 'object' || s === null) return [];
      const { addressee, sentOn, servedOn } = s as {
        addressee?: { partyId?: string; organId?: string };
        sentOn?: string | null;
        servedOn?: string | null;
      };
      const name = nameOf(view, addressee?.partyId ?? addressee?.organId) ?? '';
      const days = [
        sentOn && isCivilDate(sentOn) ? `${words.file.sent} ${shortDay(sentOn, language)}` : '',
        servedOn && isCivilDate(servedOn) ? `${words.file.served} ${shortDay(servedOn, language)}` : '',
      ].filter((d) => d !== '');
      return days.length === 0 ? [] : [`${name} ${days.join(words.separator)}`.trim()];
    });
  }
}

/** Values that only a lawsuit's entries hold: who was served, which leader; `undefined` where it is none of them. */
function ofSuit(field: string, value: unknown, view: LawsuitView, words: Words): string | null | undefined {
  if (field === 'undertakingId') return view.organs.find((o) => o.undertakingId === value)?.undertakingName ?? null;
  // Who has to perform it.
  if (field === 'obligationId') return view.obligations.find((o) => o.obligationId === value)?.organName ?? null;
  if ((field === 'organs' || field === 'parties') && Array.isArray(value)) {
    return value.flatMap((id) => nameOf(view, id) ?? []).join(words.listSeparator);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (field === 'leader' && 'name' in value) {
    const { name, title } = value as { name: string; title?: string };
    return [name, title].filter(Boolean).join(' ');
  }
  if (field === 'to') {
    const { organId, partyId } = value as { organId?: string; partyId?: string };
    return nameOf(view, partyId ?? organId);
  }
  return undefined;
}
