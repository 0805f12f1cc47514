import { NoticeBar } from '@redress/ui/notice-bar';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { failureOf } from '../../lib/failure.ts';
import { LongTextField, MultiSelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { type Inputs, newId, useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { LeftWorkRow } from './left-work-page.tsx';

/** Everything open of one person to others, in turn. What was handed over stays so; the rest can be sent again. */
export function HandOverDrawer({ row, onClose }: { row: LeftWorkRow; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const words = useWords();
  const labels = useLabels();
  const { message } = App.useApp();
  const w = words.office.leftWork;
  const [to, setTo] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const [commandId] = useState(newId);
  const handlers = useQuery(trpc.office.handlers.queryOptions());
  const send = useMutation({
    mutationFn: () => {
      const body = { commandId, from: row.accountId, to: [...to], why: why.trim() };
      return client.cases.handOver.mutate(body as Inputs['cases']['handOver']);
    },
    onSuccess: (results) => {
      const done = results.filter((one) => one.done).length;
      if (done > 0) void message.success(w.done(done));
      if (done === results.length) onClose();
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.office.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    },
  });
  const failed = send.data?.filter((one) => !one.done) ?? [];
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={w.handOverTitle(row.name)}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      <form
        noValidate
        className="rw-step-body"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (to.length > 0 && why.trim() !== '' && !send.isPending) send.mutate();
        }}
      >
        <p className="rd-muted">{w.n(row.cases)}</p>
        {send.isError && (
          <NoticeBar tone="error" word={words.notice.error}>
            {labels.failure(failureOf(send.error))}
          </NoticeBar>
        )}
        {failed.length > 0 && (
          <NoticeBar tone="warn" word={words.notice.warn}>
            {w.notDone(failed.length)}{' '}
            {[...new Set(failed.map((one) => (one.failure === null ? '' : labels.failure(one.failure))))].join(' ')}
          </NoticeBar>
        )}
        <MultiSelectField
          label={w.to}
          hint={w.toHint}
          required
          value={to}
          problems={asked && to.length === 0 ? [{ field: 'to', rule: 'required' }] : []}
          options={(handlers.data ?? [])
            .filter((h) => h.accountId !== row.accountId)
            .map((h) => ({ value: h.accountId, label: h.name }))}
          onChange={setTo}
        />
        <LongTextField
          label={w.why2}
          required
          rows={2}
          value={why}
          problems={asked && why.trim() === '' ? [{ field: 'why', rule: 'required' }] : []}
          onChange={setWhy}
        />
        <div className="rw-step-foot">
          <button type="button" className="rd-btn" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="rd-btn" data-look="primary" aria-busy={send.isPending || undefined}>
            {w.handOver}
          </button>
        </div>
      </form>
    </Drawer>
  );
}
