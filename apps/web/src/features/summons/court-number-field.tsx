import type { FieldProblem } from '@redress/domain/errors';
import { FormField } from '@redress/ui/form-field';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useDebounced } from '../../lib/debounced.ts';
import { useWords } from '../../lib/language.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

const settle = 350;
/** Shorter than this no number is whole. */
const fewest = 6;

interface CourtNumberFieldProps {
  value: string;
  problems: readonly FieldProblem[];
  onChange: (value: string) => void;
}

/** The court's number, compared while it is typed with those on record: one number is one registration. */
export function CourtNumberField({ value, problems, onChange }: CourtNumberFieldProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const w = words.suits.form;
  const typed = value.trim();
  const settled = useDebounced(typed, settle);
  const asked = useQuery(
    trpc.lawsuits.byCourtNumber.queryOptions(
      { number: settled },
      { enabled: [...settled].length >= fewest && settled.length <= 60, staleTime: 15_000 },
    ),
  );
  const taken = settled === typed && asked.data?.taken === true ? asked.data : null;
  const said = [...new Set(problems.map((problem) => labels.fieldProblem(problem)))].join(' ');
  return (
    <>
      <FormField
        label={w.courtNumber}
        required
        requiredLabel={words.required}
        error={taken === null ? said : w.taken.title}
      >
        {(control) => (
          <Input
            {...control}
            value={value}
            placeholder={w.courtNumberPlaceholder}
            autoComplete="off"
            status={control['aria-invalid'] ? 'error' : ''}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FormField>
      {taken !== null && (
        <div className="rw-all">
          <CourtNumberTaken taken={taken} />
        </div>
      )}
    </>
  );
}

/** Where the number is on record: the lawsuit itself where it may be seen. */
export function CourtNumberTaken({
  taken,
}: {
  taken: Pick<Outputs['lawsuits']['byCourtNumber'], 'id' | 'number' | 'title' | 'courtNumber'>;
}) {
  const words = useWords();
  const w = words.suits.form.taken;
  return (
    <NoticeBar tone="warn" word={words.notice.warn}>
      <p>
        <b>{taken.courtNumber}</b> {w.title}
        {words.colon}
        {taken.id === null ? (
          w.hidden
        ) : (
          <Link to="/lawsuits/$id" params={{ id: taken.id }}>
            {w.where(taken.number ?? words.list.unnumbered, taken.title ?? '')}
          </Link>
        )}
      </p>
      {taken.id !== null && <p className="rd-small rd-muted">{w.hint}</p>}
    </NoticeBar>
  );
}
