import { formatCivilDate } from '@redress/domain/calendar/civil-date';
import { beforeSuit, type OrganRole } from '@redress/domain/litigation/codes';
import { defendantsMissing, defendantsOf } from '@redress/domain/litigation/defendants';
import { matters } from '@redress/domain/reconsideration/codes';
import { FormField } from '@redress/ui/form-field';
import { FormSection } from '@redress/ui/form-section';
import { NoticeBar } from '@redress/ui/notice-bar';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { useCategories } from '../../lib/category-name.ts';
import { useDebounced } from '../../lib/debounced.ts';
import { CheckField, DayField, SelectField, TextField } from '../../lib/fields.tsx';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useSession } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { SectionProps } from './section-props.ts';
import { chosenOrgans, type SummonsDraft } from './summons-draft.ts';

const settle = 300;

interface OriginSectionProps extends SectionProps {
  /** Fills the form from a reconsideration. */
  take: (reconsiderationId: string) => void;
  taking: boolean;
  failed: boolean;
  /** Lawsuits that follow the chosen reconsideration already. */
  suits: Outputs['lawsuits']['propose']['suits'];
}

/** The act in dispute and what came before the suit: from a reconsideration of this office, or by hand. */
export function OriginSection({ draft, change, problemsOf, take, taking, failed, suits }: OriginSectionProps) {
  const { words } = useLanguage();
  const w = words.suits.form;
  const say = useSuitCodes();
  const labels = useLabels();
  const categories = useCategories();
  const { today } = useSession();
  const { act } = draft;
  const set = (part: Partial<SummonsDraft['act']>) => change({ act: { ...act, ...part } });
  return (
    <FormSection title={w.sections.origin} hint={w.hints.origin}>
      <OriginField
        origin={draft.origin}
        taking={taking}
        failed={failed}
        onTake={take}
        onDrop={() => change({ origin: null, before: 'none' })}
      />
      {draft.origin !== null && suits.length > 0 && (
        <div className="rw-all">
          <NoticeBar tone="warn" word={words.notice.warn}>
            {w.suitsAlready}
            {suits.map((suit) => (
              <Link key={suit.id} to="/lawsuits/$id" params={{ id: suit.id }} className="rw-spaced">
                {suit.number ?? words.list.unnumbered} {suit.title}
              </Link>
            ))}
          </NoticeBar>
        </div>
      )}
      <SelectField
        label={w.before}
        required
        value={draft.before}
        options={beforeSuit.map((value) => ({ value, label: say('before', value) }))}
        hint={<Defendants draft={draft} />}
        problems={problemsOf('before')}
        onChange={(value) => change({ before: beforeSuit.find((one) => one === value) ?? draft.before })}
      />
      <SelectField
        label={w.act.matter}
        required
        value={act.matter}
        options={matters.map((value) => ({ value, label: labels.matter(value) }))}
        problems={problemsOf('act.matter')}
        onChange={(value) => set({ matter: matters.find((one) => one === value) ?? null })}
      />
      <TextField
        label={w.act.name}
        required
        placeholder={w.act.namePlaceholder}
        value={act.name}
        problems={problemsOf('act.name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={w.act.number}
        value={act.number}
        problems={problemsOf('act.number')}
        onChange={(number) => set({ number })}
      />
      <DayField
        label={w.act.madeOn}
        value={act.madeOn}
        max={today}
        problems={problemsOf('act.madeOn')}
        onChange={(madeOn) => set({ madeOn })}
      />
      <SelectField
        label={w.act.category}
        value={act.category}
        options={categories.all}
        problems={problemsOf('act.category')}
        onChange={(category) => set({ category })}
      />
      <TextField
        label={w.act.content}
        placeholder={w.act.contentPlaceholder}
        value={act.content}
        problems={problemsOf('act.content')}
        onChange={(content) => set({ content })}
      />
      <div className="rw-checks">
        <CheckField label={w.act.immovable} value={act.immovable} onChange={(immovable) => set({ immovable })} />
      </div>
    </FormSection>
  );
}

/** Who is defendant by law after this result, and who of them the form does not name yet. */
function Defendants({ draft }: { draft: SummonsDraft }) {
  const { words } = useLanguage();
  const w = words.suits.form;
  const say = useSuitCodes();
  const labels = useLabels();
  const { roles, article } = defendantsOf[draft.before];
  const named = (list: readonly OrganRole[]) => list.map((one: string) => say('roles', one)).join(words.listSeparator);
  const missing = defendantsMissing(draft.before, chosenOrgans(draft));
  return (
    <>
      {words.withArticle(w.defendants(named(roles)), labels.article(article))}
      {chosenOrgans(draft).length > 0 && missing.length > 0 && (
        <span className="rd-tone-amber"> {w.defendantsMissing(named(missing))}</span>
      )}
    </>
  );
}

interface OriginFieldProps {
  origin: SummonsDraft['origin'];
  taking: boolean;
  failed: boolean;
  onTake: (id: string) => void;
  onDrop: () => void;
}

/** The reconsideration before the suit, found by what is typed of its number, parties or act. */
function OriginField({ origin, taking, failed, onTake, onDrop }: OriginFieldProps) {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const w = words.suits.form;
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), settle);
  const found = useQuery(
    trpc.cases.list.queryOptions(
      { filter: { q }, limit: 12 },
      { enabled: q !== '', placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  const rows = q === '' ? [] : (found.data?.rows ?? []);
  const options = rows.map((row) => ({ value: row.id as string, label: `${row.number ?? ''} ${row.title}`.trim() }));
  const said =
    origin === null
      ? null
      : w.took(origin.number, origin.decidedOn === null ? null : formatCivilDate(origin.decidedOn, language, 'day'));
  return (
    <FormField label={w.origin} wide error={failed ? w.originFailed : undefined}>
      {(control) => (
        <>
          <Select
            {...control}
            className="rw-select"
            value={origin?.id ?? null}
            allowClear
            showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
            loading={taking || found.isFetching}
            placeholder={w.originPlaceholder}
            notFoundContent={
              typed === ''
                ? w.originPlaceholder
                : found.isFetching || q !== typed.trim()
                  ? w.originSearching
                  : w.originNone
            }
            options={
              origin === null || options.some(({ value }) => value === origin.id)
                ? options
                : [{ value: origin.id, label: origin.number }, ...options]
            }
            onChange={(id: string | undefined) => {
              setTyped('');
              if (id === undefined || id === null) onDrop();
              else onTake(id);
            }}
          />
          {taking ? (
            <p className="rd-field-hint" role="status">
              {w.taking}
            </p>
          ) : (
            said !== null && (
              <p className="rd-field-hint" role="status">
                {said}{' '}
                <button type="button" className="rd-btn rw-small" data-look="plain" onClick={onDrop}>
                  {w.tookUndo}
                </button>
              </p>
            )
          )}
        </>
      )}
    </FormField>
  );
}
