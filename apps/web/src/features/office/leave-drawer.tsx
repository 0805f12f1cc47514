import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { useState } from 'react';
import { DayField, LongTextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { type Inputs, useTRPCClient } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { ActDrawer } from './act-drawer.tsx';
import { HandOverChoice, noHandOver, useOpenWork } from './hand-over-choice.tsx';
import type { PostRow } from './posts-part.tsx';
import { missingOf, useAct } from './use-act.ts';

/** Leaving a post; open cases are handed over first, or by somebody named. */
export function LeaveDrawer({ post, onClose }: { post: PostRow; onClose: () => void }) {
  const client = useTRPCClient();
  const words = useWords();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.office.posts;
  const [occurredOn, setDay] = useState<CivilDate | null>(today);
  const [why, setWhy] = useState('');
  const [handOver, setHandOver] = useState(noHandOver);
  const work = useOpenWork(post.accountId, post.id);
  const act = useAct((input: Readonly<Record<string, unknown>>, commandId) => {
    const body: unknown = { commandId, id: post.id, expectedVersion: post.version, type: 'leave-post', input };
    return client.office.actOnPost.mutate(body as Inputs['office']['actOnPost']);
  }, onClose);
  const asks = handOver.way === 'after' && (work.data?.leftBehind ?? 0) > 0;
  return (
    <ActDrawer
      title={`${w.leaveTitle} · ${post.name}`}
      lead={`${labels.role(post.role)} · ${post.organName}${words.stop}${w.leaveLead}`}
      act={act}
      submit={w.leave}
      grave
      typed={why !== ''}
      onSubmit={() => {
        const missing = missingOf({ occurredOn, ...(asks ? { handOverBy: handOver.by } : {}) });
        act.setProblems(missing);
        if (missing.length === 0) act.take({ occurredOn, why: why.trim(), handOverBy: asks ? handOver.by : null });
      }}
      onClose={onClose}
    >
      <HandOverChoice work={work.data} value={handOver} act={act} onChange={setHandOver} />
      <DayField
        label={words.office.day}
        required
        value={occurredOn}
        problems={act.problems('occurredOn')}
        onChange={setDay}
      />
      <LongTextField
        label={words.office.why}
        hint={words.office.whyHint}
        rows={2}
        value={why}
        problems={act.problems('why')}
        onChange={setWhy}
      />
    </ActDrawer>
  );
}
