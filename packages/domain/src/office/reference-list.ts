/**
 * A reference list as its ledger tells it: what the office adds to, renames in and retires from a list that the program
 * ships. Items are never taken away: a case of 2024 shows the item under the name it bore, and is counted in its row.
 */
import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { reviewingOnly } from '../ledger/audience.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import type { Kind } from '../ledger/kinds.ts';
import { categories } from '../reconsideration/categories.ts';
import { zCivilDate } from '../schema.ts';
import { correctionEntries, invalid, mayManage, notPermitted, officeEntry, refuse } from './common.ts';

/** The lists an office may keep; each is one stream, `reference-<list>`. */
export const referenceLists = ['category'] as const;
export type ReferenceListName = (typeof referenceLists)[number];
export const referenceStream = (list: ReferenceListName): string => `reference-${list}`;

/** What the program ships: version 0, valid on every day until the office retires it. */
const shipped: Readonly<Record<ReferenceListName, readonly string[]>> = { category: categories };

const zKey = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const name = z.string().trim().min(1).max(60);
const zAdded = z.object({
  key: zKey,
  zh: name,
  en: name,
  /** The shipped item in whose row of the statistical form it is counted. */
  mapsTo: zKey,
});
const zRenamed = z.object({ key: zKey, zh: name, en: name });
const zRetired = z.object({ key: zKey, why: z.string().trim().max(400) });

export const referenceEntries = {
  'item-added': zAdded,
  'item-renamed': zRenamed,
  /** From `occurredOn` on it is offered for no new case. */
  'item-retired': zRetired,
  /** A retired one is offered again. */
  'item-restored': zRetired,
  ...correctionEntries,
} as const;

interface Named {
  readonly from: CivilDate;
  readonly zh: string;
  readonly en: string;
}

export interface ReferenceItem {
  readonly key: string;
  /** Not shipped: added by this office on that day. */
  readonly addedOn: CivilDate | null;
  readonly mapsTo: string;
  /** Oldest first; a shipped item that was never renamed has none and bears the catalogue's words. */
  readonly names: readonly Named[];
  /** Spans in which it is offered no more, `until` null while it lasts. */
  readonly retired: readonly { readonly from: CivilDate; readonly until: CivilDate | null }[];
}

export interface ReferenceList {
  readonly id: string;
  readonly version: number;
  readonly items: ReadonlyMap<string, ReferenceItem>;
}

const listOf = (streamId: string): ReferenceListName | null =>
  referenceLists.find((list) => referenceStream(list) === streamId) ?? null;

/** A list as it is before the office has said anything about it. */
export function shippedList(list: ReferenceListName): ReferenceList {
  const items = shipped[list].map((key): [string, ReferenceItem] => [
    key,
    { key, addedOn: null, mapsTo: key, names: [], retired: [] },
  ]);
  return { id: referenceStream(list), version: 0, items: new Map(items) };
}

export interface ReferenceRow {
  readonly key: string;
  /** null: as the catalogue says it. */
  readonly zh: string | null;
  readonly en: string | null;
  /** The first day it is offered; null: since ever. */
  readonly from: CivilDate | null;
  /** The first day on which it is offered no more; null while it is. */
  readonly until: CivilDate | null;
  readonly mapsTo: string;
  readonly shipped: boolean;
}

const nameOn = (item: ReferenceItem, day: CivilDate): Named | null =>
  item.names.findLast((n) => n.from <= day) ?? item.names[0] ?? null;

/** May the item be chosen for a new case on that day? */
export const isOfferedOn = (item: ReferenceItem, day: CivilDate): boolean =>
  (item.addedOn === null || item.addedOn <= day) &&
  !item.retired.some((r) => r.from <= day && (r.until === null || day < r.until));

/** Every item there ever was, under the names of a day: what a page needs to show old cases and to offer new ones. */
export function referenceRows(list: ReferenceList, day: CivilDate): readonly ReferenceRow[] {
  return [...list.items.values()].map((item) => {
    const named = nameOn(item, day);
    const last = item.retired.findLast((r) => r.until === null || day < r.until);
    return {
      key: item.key,
      zh: named?.zh ?? null,
      en: named?.en ?? null,
      from: item.addedOn,
      until: last?.from ?? null,
      mapsTo: item.mapsTo,
      shipped: item.addedOn === null,
    };
  });
}

const dated = { occurredOn: zCivilDate };
const steps = {
  'add-item': zAdded.extend(dated),
  'rename-item': zRenamed.extend(dated),
  'retire-item': zRetired.extend(dated),
  'restore-item': zRetired.extend(dated),
} as const;
export type ReferenceStep = keyof typeof steps;
const types = {
  'add-item': 'item-added',
  'rename-item': 'item-renamed',
  'retire-item': 'item-retired',
  'restore-item': 'item-restored',
} as const satisfies Record<ReferenceStep, keyof typeof referenceEntries>;
const isStep = (type: string): type is ReferenceStep => Object.hasOwn(steps, type);

export const referenceListKind: Kind<ReferenceList> = {
  kind: 'reference-list',
  projectionVersion: 1,
  entries: referenceEntries,
  upcast: (_type, _version, payload) => payload,
  fold(streamId, entries) {
    const list = listOf(streamId);
    const items = new Map(list === null ? [] : shippedList(list).items);
    for (const e of [...entries].sort(byLegalOrder)) {
      const { key } = e.payload as { key: string };
      const item = items.get(key);
      if (e.type === 'item-added') {
        const { zh, en, mapsTo } = e.payload as z.infer<typeof zAdded>;
        if (item === undefined) {
          const names = [{ from: e.occurredOn, zh, en }];
          items.set(key, { key, addedOn: e.occurredOn, mapsTo, names, retired: [] });
        }
      } else if (item === undefined) {
        // A correction took away the entry that added it: nothing is left to rename or to retire.
      } else if (e.type === 'item-renamed') {
        const { zh, en } = e.payload as z.infer<typeof zRenamed>;
        items.set(key, { ...item, names: [...item.names, { from: e.occurredOn, zh, en }] });
      } else if (e.type === 'item-retired') {
        items.set(key, { ...item, retired: [...item.retired, { from: e.occurredOn, until: null }] });
      } else if (e.type === 'item-restored') {
        const last = item.retired.at(-1);
        if (last !== undefined && last.until === null) {
          items.set(key, { ...item, retired: [...item.retired.slice(0, -1), { ...last, until: e.occurredOn }] });
        }
      }
    }
    return { id: streamId, version: entries.reduce((max, e) => Math.max(max, e.seq), 0), items };
  },
  decide(list, step, ctx) {
    if (!mayManage(ctx)) return notPermitted;
    const name = listOf(list.id);
    if (name === null) return refuse('no-list');
    if (!isStep(step.type)) return refuse('unknown-step', { step: step.type });
    const input = steps[step.type].safeParse(step.input);
    if (!input.success) return invalid(input.error);
    const { occurredOn, ...payload } = input.data;
    const item = list.items.get(payload.key);
    if (step.type === 'add-item') {
      if (item !== undefined) return refuse('item-exists', { key: payload.key });
      const { mapsTo } = payload as z.infer<typeof zAdded>;
      if (!shipped[name].includes(mapsTo)) return refuse('item-maps-nowhere', { key: mapsTo });
    } else {
      if (item === undefined) return refuse('no-item', { key: payload.key });
      const isRetired = item.retired.at(-1)?.until === null;
      if (step.type === 'retire-item' && isRetired) return refuse('item-retired');
      if (step.type === 'restore-item' && !isRetired) return refuse('item-not-retired');
      if (item.addedOn !== null && occurredOn < item.addedOn) return refuse('before-added');
    }
    return { ok: true, entries: [officeEntry(types[step.type], occurredOn, payload)] };
  },
  facts: () => [],
  project: () => null,
  audience: {
    'item-added': reviewingOnly,
    'item-renamed': reviewingOnly,
    'item-retired': reviewingOnly,
    'item-restored': reviewingOnly,
    replaced: reviewingOnly,
    annulled: reviewingOnly,
  },
};
