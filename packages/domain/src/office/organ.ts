/**
 * An organ as its ledger tells it: code, level, kind, parent and successor, each true from a day on.
 * A case of 2019 is shown under the name the organ bore in 2019.
 */
import { z } from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { OrganId } from '../ids.ts';
import { reviewingOnly } from '../ledger/audience.ts';
import { byLegalOrder } from '../ledger/correction.ts';
import type { Kind } from '../ledger/kinds.ts';
import { zCivilDate, zOrganId } from '../schema.ts';
import { correctionEntries, invalid, mayManage, notPermitted, officeEntry, refuse } from './common.ts';

export const organLevels = ['state', 'province', 'city', 'county', 'township'] as const;
export type OrganLevel = (typeof organLevels)[number];

export const organKinds = [
  'government', // 人民政府
  'department', // 工作部门
  'dispatched', // 派出机关
  'authorised', // 法律、法规、规章授权的组织
  'court', // 人民法院
] as const;
export type OrganKind = (typeof organKinds)[number];

export const zOrganParticulars = z.object({
  /** Unified social credit code or the office's own. */
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  shortName: z.string().trim().min(1).max(30),
  level: z.enum(organLevels),
  kind: z.enum(organKinds),
  parentId: zOrganId.nullable(),
  /** A reviewing organ's 行政复议机构, which does the work in its name (4); null where it reviews nothing. */
  institution: z.string().trim().min(1).max(80).nullable(),
  /** The prefix of its case numbers, e.g. 云政复; null where it reviews nothing. */
  numberPrefix: z.string().trim().min(1).max(20).nullable(),
});
export type OrganParticulars = Readonly<z.infer<typeof zOrganParticulars>>;

export const organEntries = {
  'organ-established': zOrganParticulars,
  /** Renamed, regraded or moved below another parent: the whole particulars, true from `occurredOn` on. */
  'organ-changed': zOrganParticulars,
  'organ-abolished': z.object({ successorId: zOrganId.nullable(), why: z.string().trim().max(400) }),
  ...correctionEntries,
} as const;

export interface Organ {
  readonly id: OrganId;
  readonly version: number;
  /** Oldest first. */
  readonly particulars: readonly (OrganParticulars & { readonly from: CivilDate })[];
  readonly abolished: { readonly on: CivilDate; readonly successorId: OrganId | null } | null;
}

/** The organ's particulars on a day; null before it was established. An abolished organ keeps its last ones. */
export function organOn(organ: Organ, day: CivilDate): OrganParticulars | null {
  return organ.particulars.findLast((p) => p.from <= day) ?? null;
}

/** Does the organ exist on that day? */
export const existsOn = (organ: Organ, day: CivilDate): boolean =>
  organOn(organ, day) !== null && (organ.abolished === null || day < organ.abolished.on);

const steps = {
  'establish-organ': zOrganParticulars.extend({ occurredOn: zCivilDate }),
  'change-organ': zOrganParticulars.extend({ occurredOn: zCivilDate }),
  'abolish-organ': organEntries['organ-abolished'].extend({ occurredOn: zCivilDate }),
} as const;

export const organKind: Kind<Organ> = {
  kind: 'organ',
  projectionVersion: 1,
  entries: organEntries,
  upcast: (_type, _version, payload) => payload,
  fold(streamId, entries) {
    const particulars: (OrganParticulars & { from: CivilDate })[] = [];
    let abolished: Organ['abolished'] = null;
    for (const e of [...entries].sort(byLegalOrder)) {
      if (e.type === 'organ-established' || e.type === 'organ-changed') {
        particulars.push({ ...(e.payload as OrganParticulars), from: e.occurredOn });
      } else if (e.type === 'organ-abolished') {
        abolished = { on: e.occurredOn, successorId: (e.payload as { successorId: OrganId | null }).successorId };
      }
    }
    const version = entries.reduce((max, e) => Math.max(max, e.seq), 0);
    return { id: streamId as string as OrganId, version, particulars, abolished };
  },
  decide(organ, step, ctx) {
    if (!mayManage(ctx)) return notPermitted;
    const established = organ.particulars.length > 0;
    if (step.type === 'establish-organ' || step.type === 'change-organ') {
      const input = steps[step.type].safeParse(step.input);
      if (!input.success) return invalid(input.error);
      if (established === (step.type === 'establish-organ')) return refuse(established ? 'organ-exists' : 'no-organ');
      const { occurredOn, ...payload } = input.data;
      if (payload.parentId === organ.id) return refuse('organ-below-itself');
      if (organ.abolished !== null) return refuse('organ-abolished');
      if (established && occurredOn < (organ.particulars[0]?.from ?? occurredOn)) return refuse('before-established');
      // Cases are numbered by the organ and worked on by its institution: one without the other numbers nothing.
      if ((payload.institution === null) !== (payload.numberPrefix === null)) return refuse('institution-and-prefix');
      const type = established ? 'organ-changed' : 'organ-established';
      return { ok: true, entries: [officeEntry(type, occurredOn, payload)] };
    }
    if (step.type === 'abolish-organ') {
      const input = steps['abolish-organ'].safeParse(step.input);
      if (!input.success) return invalid(input.error);
      if (!established || organ.abolished !== null) return refuse(established ? 'organ-abolished' : 'no-organ');
      const { occurredOn, ...payload } = input.data;
      if (payload.successorId === organ.id) return refuse('own-successor');
      if (!existsOn(organ, occurredOn)) return refuse('before-established');
      return { ok: true, entries: [officeEntry('organ-abolished', occurredOn, payload)] };
    }
    return refuse('unknown-step', { step: step.type });
  },
  facts: () => [],
  project: () => null,
  audience: {
    'organ-established': reviewingOnly,
    'organ-changed': reviewingOnly,
    'organ-abolished': reviewingOnly,
    replaced: reviewingOnly,
    annulled: reviewingOnly,
  },
};
