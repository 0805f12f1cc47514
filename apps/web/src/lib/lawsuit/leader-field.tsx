import type { FieldProblem } from '@redress/domain/errors';
import type { OrganId } from '@redress/domain/ids';
import { type LeaderRank, leaderRanks } from '@redress/domain/litigation/codes';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { NoticeBar } from '@redress/ui/notice-bar';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { CheckField, DayField, SelectField, TextField } from '../fields.tsx';
import { useLanguage } from '../language.tsx';
import { useTRPC } from '../trpc.ts';
import { useLabels } from '../use-labels.ts';
import { type LeaderDraft, noLeader } from './record.ts';
import { useSuitCodes } from './use-suit-codes.ts';

interface LeaderFieldProps {
  label: string;
  path: string;
  view: LawsuitView;
  sessionId: string | null;
  organId: string | null;
  /** Nobody may have come. */
  optional: boolean;
  value: LeaderDraft;
  problems: readonly FieldProblem[];
  onChange: (value: LeaderDraft) => void;
}

/** Who appears for the organ: one of its leaders, with what speaks against each, or somebody typed in as they stood there. */
export function LeaderField({
  label,
  path,
  view,
  sessionId,
  organId,
  optional,
  value,
  problems,
  onChange,
}: LeaderFieldProps) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const code = useSuitCodes();
  const w = words.lawsuitFile.form;
  const query = useQuery(
    trpc.appearances.substitutes.queryOptions(
      sessionId === null || organId === null
        ? skipToken
        : { lawsuitId: view.id, sessionId, organId: organId as OrganId },
      { staleTime: 60_000 },
    ),
  );
  const [typing, setTyping] = useState(value.postId === null && value.name !== '');
  const of = (name: string) => problems.filter((p) => p.field === `${path}.${name}`);
  const leaders = query.data ?? [];
  const picked = leaders.find((option) => option.leader.postId !== null && option.leader.postId === value.postId);
  const typed = typing || query.isError || (query.isSuccess && leaders.length === 0);
  const other = 'typed';
  const isExplained = view.instances.some((i) =>
    i.sessions.some(
      (s) => s.sessionId === sessionId && s.appearances.some((a) => a.organId === organId && a.explained !== null),
    ),
  );
  return (
    <fieldset className="rw-rows">
      <legend>{label}</legend>
      {optional && (
        <Radio.Group
          value={value.came}
          onChange={(event) => onChange({ ...value, came: event.target.value === true })}
          options={[
            { value: true, label: w.leaderCame },
            { value: false, label: w.leaderNone },
          ]}
        />
      )}
      {optional && !value.came && (
        <NoticeBar tone={isExplained ? 'info' : 'warn'} word={isExplained ? words.notice.info : words.notice.warn}>
          <p>
            {isExplained ? w.leaderNoneReason : w.leaderNoneBare}{' '}
            <span className="rd-muted">{labels.article(isExplained ? 'LEAD2020 9(2)' : 'LEAD2020 12(1)(1)')}</span>
          </p>
        </NoticeBar>
      )}
      {value.came && (
        <>
          {query.isError && <p className="rd-muted rd-small">{w.leadersFailed}</p>}
          {leaders.length > 0 && (
            <SelectField
              label={w.leaderPick}
              required
              value={typed ? other : (picked?.leader.postId ?? null)}
              options={[
                ...leaders.map((option) => ({
                  value: option.leader.postId ?? option.leader.name,
                  label: [
                    option.leader.name,
                    option.leader.title,
                    ...(option.charge === '' ? [] : [option.charge]),
                    ...option.problems.map((p) => w.leaderNotEligible(code('notCounting', p.code))),
                    ...option.clashes.map((c) => w.leaderClash(`${c.from}–${c.until}`)),
                  ].join(' · '),
                })),
                { value: other, label: w.leaderTyped },
              ]}
              problems={typed ? [] : [...of('name'), ...of('title'), ...of('rank')].slice(0, 1)}
              onChange={(postId) => {
                const option = leaders.find((o) => (o.leader.postId ?? o.leader.name) === postId);
                setTyping(postId === other);
                onChange(option === undefined ? noLeader : { ...option.leader, came: true });
              }}
            />
          )}
          {picked !== undefined && picked.problems.length > 0 && (
            <NoticeBar tone="warn" word={words.notice.warn}>
              {picked.problems.map((p) => (
                <p key={p.code}>
                  {code('notCounting', p.code)} <span className="rd-muted">{labels.article(p.article)}</span>
                </p>
              ))}
            </NoticeBar>
          )}
          {typed && (
            <div className="rw-row-fields">
              <TextField
                label={w.leaderName}
                required
                value={value.name}
                problems={of('name')}
                onChange={(name) => onChange({ ...value, name, postId: null, accountId: null })}
              />
              <TextField
                label={w.leaderTitle}
                required
                value={value.title}
                problems={of('title')}
                onChange={(title) => onChange({ ...value, title })}
              />
              <SelectField
                label={w.leaderRank}
                required
                value={value.rank}
                options={leaderRanks.map((rank) => ({ value: rank, label: code('ranks', rank) }))}
                problems={of('rank')}
                onChange={(rank) => onChange({ ...value, rank: rank as LeaderRank | null })}
              />
              <DayField
                label={w.leaderFrom}
                value={value.from}
                problems={of('from')}
                onChange={(from) => onChange({ ...value, from })}
              />
              <DayField
                label={w.leaderUntil}
                value={value.until}
                problems={of('until')}
                onChange={(until) => onChange({ ...value, until })}
              />
            </div>
          )}
          {(typed || picked !== undefined) && (
            <CheckField
              label={w.leaderInCharge}
              value={value.inCharge}
              onChange={(inCharge) => onChange({ ...value, inCharge })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
