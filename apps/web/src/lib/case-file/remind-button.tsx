import { NoticeBar } from '@redress/ui/notice-bar';
import { useMutation } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { failureOf } from '../failure.ts';
import { LongTextField } from '../fields.tsx';
import { fullDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import type { CaseFile } from '../step-form/case-forms.tsx';
import { newId, useTRPCClient } from '../trpc.ts';
import { useLabels } from '../use-labels.ts';

/** Whom a case waits for by name, as far as it has one. */
const waitedForByName = ({ waiting }: CaseFile): string | null =>
  'organName' in waiting ? waiting.organName : waiting.subjectName;

/** Asks whom the case waits for, inside the system; the text is prefilled and may be changed. For every kind of case. */
export function RemindButton({ view }: { view: CaseFile }) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const client = useTRPCClient();
  const { message } = App.useApp();
  const w = words.proceedings.remind;
  const { waiting } = view;
  const due = view.clocks.find((k) => k.id === waiting.clockId)?.due ?? null;
  const name = waitedForByName(view) ?? labels.waitedFor(waiting.who);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [commandId, setCommandId] = useState('');
  type Asked = Parameters<typeof client.notices.remind.mutate>[0];
  const remind = useMutation({
    mutationFn: () =>
      client.notices.remind.mutate({ caseId: view.id, commandId: commandId as Asked['commandId'], text: text.trim() }),
    onSuccess: () => {
      setOpen(false);
      void message.success(w.sent);
    },
  });
  const show = () => {
    setText(w.usual(labels.waiting(waiting.what), due === null ? '' : fullDay(due, language)));
    setCommandId(newId());
    remind.reset();
    setOpen(true);
  };
  return (
    <>
      <button type="button" className="rd-btn rw-small" onClick={show}>
        {w.title(name)}
      </button>
      <Modal
        open={open}
        title={w.title(name)}
        okText={w.send}
        cancelText={words.cancel}
        okButtonProps={{ loading: remind.isPending, disabled: text.trim() === '' }}
        onOk={() => remind.mutate()}
        onCancel={() => setOpen(false)}
        closable={{ 'aria-label': words.close }}
        destroyOnHidden
      >
        {remind.isError && (
          <NoticeBar tone="error" word={words.notice.error}>
            {labels.failure(failureOf(remind.error))}
          </NoticeBar>
        )}
        <LongTextField label={w.text} required value={text} onChange={setText} />
      </Modal>
    </>
  );
}
