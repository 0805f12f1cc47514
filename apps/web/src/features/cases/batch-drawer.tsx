import { Drawer } from 'antd';
import type { ComponentType } from 'react';
import { useWords } from '../../lib/language.tsx';
import { BatchAssign } from './batch-assign.tsx';
import { BatchRemind } from './batch-remind.tsx';
import { BatchResults } from './batch-results.tsx';
import type { BatchItem, BatchKind, BatchRun } from './batch-run.ts';
import { BatchSend } from './batch-send.tsx';
import type { CaseRow } from './case-columns.tsx';

export interface BatchFormProps {
  rows: readonly CaseRow[];
  onRun: (items: BatchItem[]) => void;
}

const forms: Readonly<Record<BatchKind, ComponentType<BatchFormProps>>> = {
  assign: BatchAssign,
  send: BatchSend,
  remind: BatchRemind,
};

interface BatchDrawerProps {
  /** What is to be done; null = nothing was asked for. */
  kind: BatchKind | null;
  rows: readonly CaseRow[];
  run: BatchRun;
  onClose: () => void;
}

/** Many cases at once: asked for, previewed case by case, done, each with its result. */
export function BatchDrawer({ kind, rows, run, onClose }: BatchDrawerProps) {
  const words = useWords();
  const w = words.lists.batch;
  const shown = run.batch?.kind ?? kind;
  const Form = kind === null ? null : forms[kind];
  return (
    <Drawer
      open={shown !== null}
      onClose={onClose}
      size={720}
      title={shown === null ? '' : w.title[shown]}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
      rootClassName="rw-step-drawer"
    >
      {run.batch !== null ? (
        <BatchResults run={run} onClose={onClose} />
      ) : (
        Form !== null &&
        kind !== null && (
          <>
            <p className="rd-muted rw-batch-lead">{w.lead[kind]}</p>
            <Form rows={rows} onRun={(items) => run.start({ kind, items })} />
          </>
        )
      )}
    </Drawer>
  );
}
