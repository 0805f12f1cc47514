import type { Failure } from '@redress/domain/errors';
import type { Words } from '../../lib/labels/words.ts';
import { newId } from '../../lib/trpc.ts';
import type { Labels } from '../../lib/use-labels.ts';
import type { BatchItem } from './batch-run.ts';
import type { CaseRow } from './case-columns.tsx';
import type { Asked, Foreseen } from './use-foresee.ts';

/** One case of a batch before it is done: what would happen, and why not where it cannot. */
export interface PlannedCase {
  readonly row: CaseRow;
  readonly verdict: 'ok' | 'irregular' | 'refused';
  /** What would happen. */
  readonly what: readonly string[];
  readonly why: string | null;
  readonly steps: readonly Asked['step'][];
  readonly version: number;
}

/** Why a step cannot be taken, with its article, or what it contradicts. */
function whyNot({ preview, failure }: Foreseen, words: Words, labels: Labels): string | null {
  if (failure !== null) return labels.failure(failure as Failure);
  if (preview === null) return null;
  const reasons: readonly {
    code: string;
    article: string | null;
    params: Readonly<Record<string, string | number>>;
  }[] =
    preview.ok || preview.reason === null
      ? preview.contradictions
      : [{ code: preview.reason, article: preview.article, params: preview.params }];
  const said = reasons.map(({ code, article, params }) => {
    const reason = labels.reason(code, params);
    return article === null ? reason : words.withArticle(reason, labels.article(article));
  });
  return [...said, ...preview.fields.map((problem) => labels.problemNamed(problem))].join(' ') || null;
}

/** The verdict on a case from what each of its steps would do: the worst counts. */
export function judge(
  foreseen: readonly Foreseen[],
  words: Words,
  labels: Labels,
): Pick<PlannedCase, 'verdict' | 'why'> {
  const refused = foreseen.find((one) => one.preview?.ok !== true);
  if (refused !== undefined) return { verdict: 'refused', why: whyNot(refused, words, labels) };
  const irregular = foreseen.find((one) => one.preview?.verdict === 'irregular');
  if (irregular !== undefined) return { verdict: 'irregular', why: whyNot(irregular, words, labels) };
  return { verdict: 'ok', why: null };
}

/** The planned cases as they are run; what cannot be done is left out. */
export function itemsOf(planned: readonly PlannedCase[], irregularReason: string): BatchItem[] {
  return planned.flatMap(({ row, steps, verdict, version }) => {
    if (verdict === 'refused') return [];
    const more = verdict === 'irregular' ? { irregularReason } : {};
    return [
      {
        id: row.id,
        number: row.number ?? row.title,
        version,
        calls: steps.map(({ type, input }) => ({
          commandId: newId(),
          type,
          input: typeof input === 'object' && input !== null ? { ...input, ...more } : input,
        })),
      },
    ];
  });
}
