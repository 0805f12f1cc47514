import { ErrorState } from '@redress/ui/error-state';
import { type ReactNode, useRef, useState } from 'react';
import { LongTextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { itemsOf, type PlannedCase } from './batch-plan.ts';
import type { BatchItem, BatchKind } from './batch-run.ts';
import { PlannedList } from './planned-list.tsx';

interface BatchPreviewProps {
  kind: BatchKind;
  /** undefined: there is nothing to preview yet. */
  planned: readonly PlannedCase[] | undefined;
  isAsking: boolean;
  failed: string | null;
  onRun: (items: BatchItem[]) => void;
  control?: ((one: PlannedCase) => ReactNode) | undefined;
}

/** What a batch would do, how many cases can be done, and the button that does them. */
export function BatchPreview({ kind, planned, isAsking, failed, onRun, control }: BatchPreviewProps) {
  const words = useWords();
  const w = words.lists.batch;
  const [reason, setReason] = useState('');
  // What was previewed stays in sight while the next preview is on its way.
  const last = useRef(planned);
  if (planned !== undefined) last.current = planned;
  const shown = planned ?? last.current;
  const can = planned?.filter((one) => one.verdict !== 'refused') ?? [];
  const needsReason = can.some((one) => one.verdict === 'irregular');
  const isReady = can.length > 0 && !isAsking && (!needsReason || [...reason.trim()].length >= 5);
  return (
    <>
      <h2 className="rw-batch-heading">{w.preview}</h2>
      <p className="rd-muted" role="status">
        {isAsking
          ? w.previewing
          : planned === undefined
            ? ''
            : [
                w.willDo(can.length),
                ...(can.length < planned.length ? [w.cannot(planned.length - can.length)] : []),
              ].join(words.separator)}
      </p>
      {failed !== null && <ErrorState title={w.previewFailed} detail={failed} />}
      {shown !== undefined && <PlannedList planned={shown} control={control} />}
      {needsReason && (
        <LongTextField
          label={w.irregularReason}
          hint={w.irregularHint}
          required
          rows={2}
          value={reason}
          onChange={setReason}
        />
      )}
      <div className="rw-actions">
        <button
          type="button"
          className="rd-btn"
          data-look="primary"
          disabled={!isReady}
          onClick={() => onRun(itemsOf(can, reason.trim()))}
        >
          {w.run[kind](can.length)}
        </button>
      </div>
    </>
  );
}
