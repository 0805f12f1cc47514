import { Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { FormField } from './form-field.tsx';
import { NoticeBar } from './notice-bar.tsx';

export interface ConfirmIrregularProps {
  open: boolean;
  /** The act: 补记延长 30 日. */
  title: string;
  /** What rule it breaks and what it cannot move. */
  why: ReactNode;
  article: ReactNode;
  /** Fewest characters a reason may have, spaces at the ends not counted. */
  minLength?: number | undefined;
  busy?: boolean | undefined;
  /** Why the last try was not saved. */
  error?: ReactNode | undefined;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
  strings: {
    /** 不合常规. */
    word: string;
    reason: string;
    reasonHint: string;
    required: string;
    tooShort: string;
    confirm: string;
    cancel: string;
  };
}

/** Before an irregular act: what rule it breaks, what it cannot move, and a reason that will be recorded. */
export function ConfirmIrregular(props: ConfirmIrregularProps) {
  const { open, title, why, article, minLength = 5, busy = false, error, onConfirm, onCancel, strings } = props;
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const short = [...reason.trim()].length < minLength;
  return (
    <Modal
      open={open}
      title={title}
      okText={strings.confirm}
      cancelText={strings.cancel}
      confirmLoading={busy}
      mask={{ closable: !busy }}
      onOk={() => {
        setPressed(true);
        if (!short && !busy) onConfirm(reason.trim());
      }}
      onCancel={onCancel}
      afterClose={() => {
        setReason('');
        setPressed(false);
      }}
      destroyOnHidden
    >
      <NoticeBar tone="warn" word={strings.word}>
        <p>{why}</p>
        <p className="rd-small rd-muted">{article}</p>
      </NoticeBar>
      <FormField
        label={strings.reason}
        hint={strings.reasonHint}
        required
        requiredLabel={strings.required}
        error={pressed && short ? strings.tooShort : error}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            status={control['aria-invalid'] === true ? 'error' : ''}
          />
        )}
      </FormField>
    </Modal>
  );
}
