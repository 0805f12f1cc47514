import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { OrganId, StreamId } from '@redress/domain/ids';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { useQuery } from '@tanstack/react-query';
import { App, Checkbox, Drawer } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { failureOf } from '../failure.ts';
import { LongTextField } from '../fields.tsx';
import { plainDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useSuitCodes } from '../lawsuit/use-suit-codes.ts';
import { type Outputs, useTRPC } from '../trpc.ts';
import { useLabels } from '../use-labels.ts';
import { useSuitStep } from './use-suit-step.ts';
import './arrange-leader.css';

type LeaderChoice = Outputs['appearances']['substitutes'][number];

/** A seat at a court session for which a leader is arranged or replaced. */
export interface SeatToArrange {
  readonly caseId: StreamId;
  readonly sessionId: string;
  readonly organId: OrganId;
  readonly organName: string;
  readonly on: CivilDate;
  readonly time: string;
  readonly place: string;
  /** Who is arranged now. */
  readonly leaderName: string | null;
}

interface ArrangeLeaderProps {
  /** null = closed. */
  seat: SeatToArrange | null;
  onClose: () => void;
}

/** Who appears for an organ: its leaders with what speaks against each, their diaries, and who is proposed. */
export function ArrangeLeader({ seat, onClose }: ArrangeLeaderProps) {
  const { words } = useLanguage();
  const w = words.appearances.arrange;
  return (
    <Drawer
      open={seat !== null}
      onClose={onClose}
      size={600}
      title={seat === null ? '' : (seat.leaderName === null ? w.title : w.titleReplace)(seat.organName)}
      closable={{ 'aria-label': words.close }}
      destroyOnHidden
    >
      {seat !== null && <Arranging seat={seat} onClose={onClose} />}
    </Drawer>
  );
}

const keyOf = ({ leader }: LeaderChoice): string => leader.postId ?? `${leader.organId}|${leader.name}`;
/** Ranks that count only where the leader takes part in charge of the act. */
const asksCharge = (choice: LeaderChoice) =>
  choice.leader.rank === 'deputy-level-in-charge' || choice.leader.rank === 'other-in-charge';

function Arranging({ seat, onClose }: { seat: SeatToArrange; onClose: () => void }) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { message } = App.useApp();
  const w = words.appearances.arrange;
  const [picked, setPicked] = useState<string | null>(null);
  const [charge, setCharge] = useState<boolean | null>(null);
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState('');
  const [askReason, setAskReason] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const choices = useQuery(
    trpc.appearances.substitutes.queryOptions({
      lawsuitId: seat.caseId,
      sessionId: seat.sessionId,
      organId: seat.organId,
    }),
  );
  const step = useSuitStep((_, { input }) => {
    void message.success(w.saved((input as { leader: { name: string } }).leader.name));
    onClose();
  });

  if (choices.isPending) return <LoadingSkeleton label={w.reading} />;
  if (choices.isError) {
    return (
      <ErrorState
        title={words.appearances.failed}
        detail={labels.failure(failureOf(choices.error))}
        retry={{ label: words.retry, onRetry: () => void choices.refetch() }}
      />
    );
  }
  const all = choices.data;
  const open = all.filter((choice) => !choice.named);
  const best = open.find((choice) => choice.proposed);
  const chosen = open.find((choice) => keyOf(choice) === picked);
  const inCharge = charge ?? chosen?.leader.inCharge ?? false;
  const problems = (chosen?.problems ?? []).filter(({ code }) => !(code === 'not-in-charge' && inCharge));
  const needsReason = askReason || problems.length > 0;
  const replaces = seat.leaderName !== null;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (step.isPending) return;
    if (chosen === undefined) return setSaid(w.choose);
    if (replaces && why.trim() === '') return setSaid(w.needsWhy);
    if (askReason && [...reason.trim()].length < 5) return setSaid(w.needsReason);
    setSaid(null);
    step.mutate(
      {
        caseId: seat.caseId,
        type: replaces ? 'replace-leader' : 'plan-leader',
        input: {
          sessionId: seat.sessionId,
          organId: seat.organId,
          leader: { ...chosen.leader, inCharge },
          ...(replaces ? { why: why.trim() } : {}),
          ...(reason.trim() === '' ? {} : { irregularReason: reason.trim() }),
        },
      },
      {
        onError: (error) => {
          const failure = failureOf(error);
          if (failure.code === 'needs-reason') setAskReason(true);
          setSaid(labels.failure(failure));
        },
      },
    );
  }

  if (open.length === 0) return <EmptyState title={w.none} detail={w.noneDetail} />;
  const groups = [
    { key: 'eligible', title: w.eligible, choices: open.filter((choice) => choice.problems.length === 0) },
    { key: 'others', title: w.others, choices: open.filter((choice) => choice.problems.length > 0) },
  ];
  return (
    <form onSubmit={submit} noValidate className="rw-arrange">
      <p>
        {plainDay(seat.on, language)} {words.appearances.at(seat.time, seat.place)}
        {replaces && <span className="rd-muted"> {w.now(seat.leaderName ?? '')}</span>}
      </p>
      <p className="rd-muted rd-small">{w.lead}</p>
      {said !== null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {said}
        </NoticeBar>
      )}
      {best === undefined && (
        <NoticeBar tone="warn" word={words.notice.warn}>
          {w.noSubstitute}
        </NoticeBar>
      )}
      {groups.map(
        (group) =>
          group.choices.length > 0 && (
            <fieldset key={group.key}>
              <legend>{group.title}</legend>
              {group.choices.map((choice) => (
                <Choice
                  key={keyOf(choice)}
                  choice={choice}
                  best={choice === best}
                  checked={keyOf(choice) === picked}
                  onPick={() => {
                    setPicked(keyOf(choice));
                    setCharge(null);
                    setAskReason(false);
                  }}
                />
              ))}
            </fieldset>
          ),
      )}
      {chosen !== undefined && asksCharge(chosen) && (
        <div>
          <Checkbox checked={inCharge} onChange={(event) => setCharge(event.target.checked)}>
            {w.inCharge}
          </Checkbox>
          <p className="rd-muted rd-small">{w.inChargeHint}</p>
        </div>
      )}
      {replaces && <LongTextField label={w.why} hint={w.whyHint} rows={2} required value={why} onChange={setWhy} />}
      {needsReason && chosen !== undefined && (
        <LongTextField label={w.reason} hint={w.reasonHint} rows={2} value={reason} onChange={setReason} />
      )}
      <div className="rw-actions">
        <button type="submit" className="rd-btn" data-look="primary" aria-busy={step.isPending || undefined}>
          {chosen === undefined
            ? replaces
              ? w.replace
              : w.open
            : (replaces ? w.saveReplace : w.save)(chosen.leader.name)}
        </button>
        <button type="button" className="rd-btn" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  choice: LeaderChoice;
  best: boolean;
  checked: boolean;
  onPick: () => void;
}

function Choice({ choice, best, checked, onPick }: ChoiceProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const suit = useSuitCodes();
  const id = useId();
  const w = words.appearances.arrange;
  const { leader } = choice;
  return (
    <div className="rw-arrange-choice" data-checked={checked ? '' : undefined}>
      <input type="radio" name="leader" id={id} checked={checked} onChange={onPick} aria-describedby={`${id}-why`} />
      <div>
        <label htmlFor={id}>
          <span className="rd-strong">{leader.name}</span> <span>{leader.title}</span>
        </label>{' '}
        {best && <Chip tone="jade">{w.substitute}</Chip>}
        <div id={`${id}-why`} className="rd-small">
          <p className="rd-muted">
            {[
              suit('ranks', leader.rank),
              ...(choice.charge === '' ? [] : [w.charge(choice.charge)]),
              ...(leader.from === null ? [] : [w.term(plainDay(leader.from, language))]),
            ].join(' · ')}
          </p>
          {best && <p className="rd-tone-jade">{w.substituteWhy}</p>}
          {choice.problems.map(({ code, article }) => (
            <p key={code} className="rd-tone-red">
              {w.notCounting}
              {suit('notCounting', code)} <span className="rd-muted">{labels.article(article)}</span>
            </p>
          ))}
          {choice.clashes.map((clash) => (
            <p key={`${clash.from}${clash.until}${clash.is}`} className="rd-tone-amber">
              {w.clash(
                [
                  words.appearances.until(clash.from, clash.until),
                  clash.what ??
                    (clash.is === 'session' ? suit('sessionKinds', 'trial') : words.appearances.calendar.engagement),
                ].join(' '),
              )}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}
