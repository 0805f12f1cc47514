import type { LawsuitImpact } from '@redress/domain/litigation/view-types';
import type { CaseView, ImpactPreview } from '@redress/domain/reconsideration/view-types';
import { type Impact, type ImpactDirection, ImpactList } from '@redress/ui/impact-list';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCaseKind } from './case-kind.tsx';
import { useDebounced } from './debounced.ts';
import { fullDay } from './format.ts';
import { useLanguage } from './language.tsx';
import { useTRPC } from './trpc.ts';
import type { StepToTake } from './use-execute.ts';
import { useLabels } from './use-labels.ts';

const settle = 400;

/** Asks what a step would change, once its form has something whole to say; null = not yet. */
export function usePreview(view: Pick<CaseView, 'id'>, step: StepToTake | null) {
  const trpc = useTRPC();
  const isSuit = useCaseKind() === 'litigation';
  const asked = useDebounced(step === null ? '' : JSON.stringify(step), settle);
  const input = { id: view.id, step: asked === '' ? { type: 'none', input: {} } : (JSON.parse(asked) as StepToTake) };
  const fresh = { placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 } as const;
  const ofCase = useQuery(trpc.cases.preview.queryOptions(input, { ...fresh, enabled: asked !== '' && !isSuit }));
  const ofSuit = useQuery(trpc.lawsuits.preview.queryOptions(input, { ...fresh, enabled: asked !== '' && isSuit }));
  const query = isSuit ? ofSuit : ofCase;
  const current = step !== null && asked === JSON.stringify(step);
  return {
    preview: step === null || asked === '' ? undefined : query.data,
    /** True while the answer on hand is to an older question. */
    busy: step !== null && (!current || query.isFetching),
    failed: query.isError,
  };
}

const directions: Record<ImpactPreview['changes'][number]['change'], ImpactDirection> = {
  starts: 'starts',
  moves: 'moves',
  stops: 'stops',
  resumes: 'resumes',
  meets: 'ends',
  ends: 'ends',
};

interface ImpactProps {
  title: string;
  none: string;
  preview: ImpactPreview | LawsuitImpact | undefined;
  busy: boolean;
  failed: boolean;
  /** The stage before: the one after is said when it differs. */
  stage?: string | undefined;
}

/** Before saving: which limits start, stop or move, and what the case becomes. */
export function ImpactOf({ title, none, preview, busy, failed, stage }: ImpactProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const changes = preview?.changes ?? [];
  const said = (end: { due: Parameters<typeof fullDay>[0] | null; status: string } | null): string | null => {
    if (end === null) return null;
    if (end.due !== null) return fullDay(end.due, language);
    return end.status === 'stopped' ? words.days.stopped : words.clocks.unknownDue;
  };
  const items = changes.map(
    (change): Impact => ({
      key: change.clockId,
      clock: [labels.ruleAct(change.ruleId), change.subjectName].filter(Boolean).join(' · '),
      direction: directions[change.change],
      // A limit that was over is not kept by what comes after it.
      directionLabel:
        change.change === 'meets' && change.after?.status === 'late'
          ? words.step.metLate
          : words.step.changes[change.change],
      before: change.change === 'meets' || change.change === 'ends' ? null : said(change.before),
      after: change.change === 'meets' || change.change === 'ends' ? null : said(change.after),
    }),
  );
  return (
    <>
      <ImpactList
        title={title}
        items={items}
        none={failed ? words.step.impactFailed : none}
        strings={{ before: words.step.before, after: words.step.after }}
        {...(busy && preview === undefined ? { busyLabel: words.step.impactBusy } : {})}
      />
      {preview !== undefined && preview.stageAfter !== null && stage !== undefined && preview.stageAfter !== stage && (
        <p className="rd-small rd-muted">{words.step.stageAfter(labels.stage(preview.stageAfter))}</p>
      )}
      {preview !== undefined && 'deemedAcceptance' in preview && preview.deemedAcceptance !== null && (
        <p className="rd-small rd-muted">{labels.deemed(preview.deemedAcceptance)}</p>
      )}
    </>
  );
}
