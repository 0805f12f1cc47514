import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { MultiSelectField, TextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { BatchFormProps } from './batch-drawer.tsx';
import { judge, type PlannedCase } from './batch-plan.ts';
import { BatchPreview } from './batch-preview.tsx';
import { useForesee } from './use-foresee.ts';

/** 批量交办: the chosen cases go to other handlers. */
export function BatchAssign({ rows, onRun }: BatchFormProps) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const w = words.lists.batch;
  const people = useQuery(trpc.office.handlers.queryOptions(undefined, { staleTime: 600_000 }));
  const [accounts, setAccounts] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const isWhole = accounts.length > 0 && why.trim() !== '';
  const step = { type: 'assign-handlers', input: { accounts, why: why.trim() } };
  const { foreseen, isAsking, error } = useForesee(isWhole ? rows.map((row) => ({ id: row.id, step })) : []);
  const nameOf = (id: string) => people.data?.find((one) => one.accountId === id)?.name ?? id;
  const to = accounts.map(nameOf).join(words.listSeparator);
  const planned = foreseen?.flatMap((one, at): PlannedCase[] => {
    const row = rows[at];
    if (row === undefined) return [];
    const from = row.handlers.length === 0 ? w.nobody : row.handlers.join(words.listSeparator);
    return [
      {
        row,
        steps: [step],
        version: one.version ?? row.version,
        what: [`${from} ${w.to} ${to}`],
        ...judge([one], words, labels),
      },
    ];
  });
  return (
    <>
      <div className="rw-step-fields">
        <MultiSelectField
          label={w.accounts}
          required
          value={accounts}
          options={(people.data ?? []).map((one) => ({ value: one.accountId, label: one.name }))}
          onChange={(next) => setAccounts(next.slice(0, 4))}
        />
        <TextField label={w.why} required value={why} onChange={setWhy} />
      </div>
      <BatchPreview
        kind="assign"
        planned={planned}
        isAsking={isAsking}
        failed={error === null ? null : labels.failure(failureOf(error))}
        onRun={onRun}
      />
    </>
  );
}
