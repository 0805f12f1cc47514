import { NoticeBar } from '@redress/ui/notice-bar';
import { App, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/language.tsx';
import { useTypedGuard } from '../../lib/typed-guard.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { Act } from './use-act.ts';

interface ActDrawerProps {
  title: string;
  lead?: ReactNode;
  act: Pick<Act<never>, 'busy' | 'failure'>;
  submit: string;
  /** What cannot be undone, or shuts somebody out. */
  grave?: boolean;
  /** Something was typed: leaving asks first. */
  typed: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of one act: what it does, its fields, the refusal in words, and the button that says it. */
export function ActDrawer(props: ActDrawerProps) {
  const { title, lead, act, submit, typed, onSubmit, onClose, children } = props;
  const words = useWords();
  const labels = useLabels();
  useTypedGuard(typed && !act.busy);
  const { modal } = App.useApp();
  const { failure } = act;
  /** What was typed is not lost by a key: closing asks first. */
  async function close() {
    const leave =
      !typed ||
      (await modal.confirm({
        title: words.step.leaveTitle,
        content: words.step.leaveDetail,
        okText: words.step.leave,
        cancelText: words.step.stay,
        icon: null,
      }));
    if (leave) onClose();
  }
  return (
    <Drawer
      open
      onClose={() => void close()}
      size={560}
      title={title}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      <form
        noValidate
        className="rw-form-body"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {lead !== undefined && <p className="rd-muted">{lead}</p>}
        {failure !== null && (
          <NoticeBar tone="error" word={words.notice.error}>
            {failure.code === 'stale-version' ? words.office.stale : labels.failure(failure)}
          </NoticeBar>
        )}
        <div className="rw-office-fields">{children}</div>
        <div className="rw-form-foot">
          <button type="button" className="rd-btn" onClick={() => void close()}>
            {words.cancel}
          </button>
          <button
            type="submit"
            className={props.grave === true ? 'rd-btn rw-office-grave' : 'rd-btn'}
            data-look="primary"
            aria-busy={act.busy || undefined}
          >
            {submit}
          </button>
        </div>
      </form>
    </Drawer>
  );
}
