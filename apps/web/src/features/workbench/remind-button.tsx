import type { CommandId, StreamId } from '@redress/domain/ids';
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { failureOf } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { usePermission } from '../../lib/session.tsx';
import { newId, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

/** Asks whom the case waits for inside the system; once pressed it says so and stays. */
export function RemindButton({ id, number, what }: { id: StreamId; number: string | null; what: string }) {
  const trpc = useTRPC();
  const words = useWords();
  const labels = useLabels();
  const { message } = App.useApp();
  const mayAct = usePermission('cases.act');
  const w = words.workbench.others;
  const remind = useMutation(
    trpc.notices.remind.mutationOptions({
      onSuccess: () => void message.success(w.reminded),
      onError: (error) => void message.error([w.remindFailed, labels.failure(failureOf(error))].join(words.because)),
    }),
  );
  if (!mayAct) return null;
  const isDone = remind.isSuccess;
  return (
    <button
      type="button"
      className="rd-btn rw-small"
      data-look="plain"
      aria-label={w.remindOf(number ?? words.list.unnumbered)}
      aria-disabled={isDone || undefined}
      aria-busy={remind.isPending || undefined}
      onClick={() => {
        if (isDone || remind.isPending) return;
        remind.mutate({ caseId: id, commandId: newId() as CommandId, text: w.reminder(what) });
      }}
    >
      {isDone ? w.reminded : w.remind}
    </button>
  );
}
