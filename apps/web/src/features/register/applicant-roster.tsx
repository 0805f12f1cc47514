import type { FieldProblem } from '@redress/domain/errors';
import {
  isHint,
  type ListedApplicant,
  maxApplicants,
  readApplicantList,
  takeable,
} from '@redress/domain/reconsideration/checks/applicant-list';
import { maxRepresentatives } from '@redress/domain/reconsideration/step-inputs';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { LongTextField } from '../../lib/fields.tsx';
import { useWords } from '../../lib/language.tsx';
import { newParty, type PartyDraft } from '../../lib/party-fields.tsx';
import { useLabels } from '../../lib/use-labels.ts';
import { chosenKey, newActing, type RegisterDraft } from './register-draft.ts';

interface Props {
  draft: RegisterDraft;
  change: (part: Partial<RegisterDraft>) => void;
}

const isBlank = ({ person }: PartyDraft) => Object.values(person).every((text) => text.trim() === '');
const organisation = /公司|合作社|中心|厂|店|协会|学校|医院|集团|委员会/u;

function partyOf({ name, idNumber, telephone, address }: ListedApplicant): PartyDraft {
  const party = newParty();
  const kind = organisation.test(name) ? 'legal-person' : 'citizen';
  return { ...party, kind, person: { ...party.person, name, idNumber, telephone, address } };
}

/** A column or table of applicants out of a spreadsheet; what is wrong is said by its line before anything is taken. */
export function PasteApplicants({ draft, change }: Props) {
  const w = useWords().intake.group;
  const [text, setText] = useState('');
  const rows = readApplicantList(text);
  const there = draft.applicants.filter((party) => !isBlank(party));
  const good = takeable(rows).slice(0, maxApplicants - there.length);
  const odd = rows.filter((row) => row.problems.length > 0);
  const bad = rows.length - good.length;
  return (
    <details className="rw-act-text rw-all">
      <summary>{w.open}</summary>
      <p className="rd-muted rd-small">{w.lead}</p>
      <LongTextField label={w.label} placeholder={w.placeholder} rows={3} value={text} onChange={setText} />
      {rows.length > 0 && (
        <>
          <p role="status">{w.found(good.length, bad)}</p>
          {odd.length > 0 && (
            <ul className="rw-paste-problems">
              {odd.slice(0, 50).map((row) => (
                <li key={row.line} className={row.problems.every(isHint) ? 'rd-tone-amber' : 'rd-tone-red'}>
                  {w.line(row.line)} {row.name} {row.problems.map((p) => w.problems[p]).join(' ')}
                </li>
              ))}
            </ul>
          )}
          <button
            type="button"
            className="rd-btn"
            disabled={good.length === 0}
            onClick={() => {
              change({ applicants: [...there, ...good.map(partyOf)] });
              setText('');
            }}
          >
            {w.take(good.length)}
          </button>
        </>
      )}
    </details>
  );
}

interface RosterProps extends Props {
  problemsOf: (field: string) => readonly FieldProblem[];
  /** The whole form of one applicant. */
  editor: (party: PartyDraft, at: number) => ReactNode;
  onRemove: (at: number) => void;
}

/** Many applicants as one list, with those who act for all ticked (15): one is opened at a time. */
export function ApplicantRoster({ draft, change, problemsOf, editor, onRemove }: RosterProps) {
  const words = useWords();
  const labels = useLabels();
  const w = words.intake.group;
  const [open, setOpen] = useState<string | null>(null);
  const chosen = new Set(draft.acting.filter((a) => a.role === 'representatives').map((a) => a.key));
  const choose = (party: PartyDraft, on: boolean) => {
    const key = chosenKey(party.key);
    const others = draft.acting.filter((a) => a.key !== key);
    change({
      acting: on
        ? [...others, { ...newActing('representatives', []), key, kind: party.kind, person: party.person }]
        : others,
    });
  };
  return (
    <div className="rw-all rw-roster">
      <p className="rd-strong">{w.roster(draft.applicants.length)}</p>
      <p className={chosen.size === 0 || chosen.size > maxRepresentatives ? 'rd-tone-amber' : 'rd-muted'} role="status">
        {chosen.size === 0 ? w.noRepresentatives : w.representatives(chosen.size)}
        {chosen.size > maxRepresentatives && ` ${w.tooMany}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list of hundreds is scrolled by the keyboard, too. */}
      <section className="rw-roster-scroll" tabIndex={0} aria-label={w.roster(draft.applicants.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.columns.n}</th>
              <th scope="col">{w.columns.name}</th>
              <th scope="col">{w.columns.idNumber}</th>
              <th scope="col">{w.columns.contact}</th>
              <th scope="col">{w.columns.representative}</th>
              <th scope="col">{w.columns.act}</th>
            </tr>
          </thead>
          <tbody>
            {draft.applicants.map((party, at) => {
              const problems = problemsOf(`applicants.${at}`);
              const { name, idNumber, telephone, address } = party.person;
              const title = words.register.party(words.register.capacities.applicant, at + 1);
              return (
                <tr key={party.key} data-faulty={problems.length > 0 || undefined}>
                  <td>{at + 1}</td>
                  <td>
                    {open === party.key ? editor(party, at) : name}
                    {problems.length > 0 && open !== party.key && (
                      <span className="rd-field-error">{problems.map((p) => labels.fieldProblem(p)).join(' ')}</span>
                    )}
                  </td>
                  <td>{idNumber}</td>
                  <td>{[telephone, address].filter((part) => part !== '').join(' ')}</td>
                  <td>
                    <Checkbox
                      aria-label={w.represents(name || title)}
                      checked={chosen.has(chosenKey(party.key))}
                      onChange={(event) => choose(party, event.target.checked)}
                    />
                  </td>
                  <td className="rd-nowrap">
                    <button
                      type="button"
                      className="rd-btn rw-small"
                      data-look="plain"
                      aria-label={`${open === party.key ? w.done : w.edit} ${name || title}`}
                      onClick={() => setOpen(open === party.key ? null : party.key)}
                    >
                      {open === party.key ? w.done : w.edit}
                    </button>
                    <button
                      type="button"
                      className="rd-btn rw-small"
                      data-look="plain"
                      aria-label={`${words.remove} ${name || title}`}
                      onClick={() => onRemove(at)}
                    >
                      {words.remove}
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div>
        <button
          type="button"
          className="rd-btn rw-small"
          onClick={() =>
            change({ applicants: [newParty()], acting: draft.acting.filter((a) => a.role !== 'representatives') })
          }
        >
          {w.clear}
        </button>
      </div>
    </div>
  );
}
