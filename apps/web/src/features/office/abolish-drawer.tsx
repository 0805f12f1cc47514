import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField, LongTextField, SelectField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTRPC, useTRPCClient } from '../../lib/trpc.ts';
import { ActDrawer } from './act-drawer.tsx';
import type { OrganNode } from './organs-part.tsx';
import { missingOf, useAct } from './use-act.ts';

/** Abolishing an organ: first what hangs on it, then who carries it on. */
export function AbolishDrawer({
  organ,
  organs,
  onClose,
}: {
  organ: OrganNode;
  organs: readonly OrganNode[];
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const words = useWords();
  const { today } = useSession();
  const w = words.office.organs;
  const [day, setDay] = useState<CivilDate | null>(today);
  const [successorId, setSuccessor] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const impact = useQuery(trpc.office.organImpact.queryOptions({ id: organ.id }));
  const act = useAct((input: { occurredOn: CivilDate | null; successorId: string | null; why: string }, commandId) => {
    const body = { commandId, id: organ.id, expectedVersion: organ.version, type: 'abolish-organ', input };
    return client.office.actOnOrgan.mutate(body as Parameters<typeof client.office.actOnOrgan.mutate>[0]);
  }, onClose);
  const hangs = impact.data;
  const cases = hangs === undefined ? 0 : hangs.asRespondent + hangs.asReviewing + hangs.asAddressed + hangs.arrivals;
  const said =
    hangs === undefined
      ? []
      : [
          hangs.asRespondent > 0 ? w.impactRespondent(hangs.asRespondent) : '',
          hangs.asReviewing > 0 ? w.impactReviewing(hangs.asReviewing) : '',
          hangs.asAddressed > 0 ? w.impactAddressed(hangs.asAddressed) : '',
          hangs.arrivals > 0 ? w.impactArrivals(hangs.arrivals) : '',
          hangs.posts > 0 ? w.impactPosts(hangs.posts) : '',
          hangs.below > 0 ? w.impactBelow(hangs.below) : '',
        ].filter((line) => line !== '');
  return (
    <ActDrawer
      title={`${w.abolishTitle} · ${organ.name}`}
      lead={w.abolishLead}
      act={act}
      submit={w.abolish}
      grave
      typed={why !== '' || successorId !== null}
      onSubmit={() => {
        const missing = missingOf({
          occurredOn: day,
          why,
          ...(cases > 0 ? { successorId } : {}),
        });
        act.setProblems(missing);
        if (missing.length === 0) act.take({ occurredOn: day, successorId, why: why.trim() });
      }}
      onClose={onClose}
    >
      {impact.isPending && <LoadingSkeleton label={words.loading} />}
      {hangs !== undefined && (
        <NoticeBar tone={said.length === 0 ? 'info' : 'warn'} word={w.impact}>
          {said.length === 0 ? (
            w.impactNone
          ) : (
            <ul className="rw-office-impact">
              {said.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </NoticeBar>
      )}
      <SelectField
        label={w.successorField}
        hint={cases > 0 ? undefined : w.noSuccessor}
        required={cases > 0}
        clearable
        value={successorId}
        problems={act.problems('successorId')}
        options={organs
          .filter((o) => o.id !== organ.id && o.abolished === null)
          .map((o) => ({ value: o.id, label: `${o.name} ${o.code}` }))}
        onChange={setSuccessor}
      />
      <DayField label={words.office.day} required value={day} problems={act.problems('occurredOn')} onChange={setDay} />
      <LongTextField
        label={words.office.why}
        hint={words.office.whyHint}
        required
        rows={2}
        value={why}
        problems={act.problems('why')}
        onChange={setWhy}
      />
    </ActDrawer>
  );
}
