import { useState } from 'react';
import { LongTextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import type { BatchFormProps } from './batch-drawer.tsx';
import type { PlannedCase } from './batch-plan.ts';
import { BatchPreview } from './batch-preview.tsx';

/** 批量催办: whom each case waits for is reminded of it. */
export function BatchRemind({ rows, onRun }: BatchFormProps) {
  const words = useWords();
  const labels = useLabels();
  const w = words.lists.batch;
  const [text, setText] = useState(w.textDefault);
  const planned = rows.map((row): PlannedCase => {
    const { waitingFor } = row;
    const isNobody = waitingFor === null || waitingFor === 'nobody' || row.light === 'closed';
    return {
      row,
      version: row.version,
      steps: isNobody ? [] : [{ type: 'remind', input: text.trim() }],
      what: isNobody ? [] : [w.remindWhom(labels.waitedFor(waitingFor))],
      verdict: isNobody ? 'refused' : 'ok',
      why: isNobody ? w.nobodyToRemind : null,
    };
  });
  return (
    <>
      <div className="rw-step-fields">
        <LongTextField label={w.text} value={text} rows={2} onChange={(next) => setText(next.slice(0, 400))} />
      </div>
      <BatchPreview kind="remind" planned={planned} isAsking={false} failed={null} onRun={onRun} />
    </>
  );
}
