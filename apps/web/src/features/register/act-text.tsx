import { type ActTextFinding, readActText } from '@redress/domain/reconsideration/checks/act-text';
import { useState } from 'react';
import { LongTextField } from '../../lib/fields.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { RegisterDraft } from './register-draft.ts';

interface ActTextProps {
  draft: RegisterDraft;
  change: (part: Partial<RegisterDraft>) => void;
  organs: Outputs['office']['organs'];
}

/** The field of the form a finding is for, as it is now; null where nothing stands there yet. */
function typedFor(finding: ActTextFinding, { act, applicants, respondents }: RegisterDraft): string | null {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  switch (finding.field) {
    case 'number':
      return text(act.number);
    case 'name':
      return text(act.name);
    case 'content':
      return text(act.content);
    case 'madeOn':
      return act.madeOn;
    case 'amount':
      return act.amount === null ? null : String(act.amount / 100);
    case 'person':
      return text(applicants[0]?.person.name ?? '');
    case 'organ':
      return respondents[0] ?? null;
    case 'rights':
      return null;
  }
}

/** The act's own words propose; each finding is taken over by hand, and nothing typed is replaced unasked. */
export function ActText({ draft, change, organs }: ActTextProps) {
  const { words, language } = useLanguage();
  const w = words.intake.actText;
  const [text, setText] = useState('');
  const findings = readActText(text);
  const organOf = (name: string) =>
    organs.find((organ) => organ.name === name || organ.shortName === name) ??
    organs.find((organ) => name.startsWith(organ.name));

  const shown = (finding: ActTextFinding): string => {
    switch (finding.field) {
      case 'amount':
        return w.yuan(String(finding.value / 100));
      case 'madeOn':
        return plainDay(finding.value, language);
      case 'rights':
        return w.rights[finding.value];
      default:
        return finding.value;
    }
  };
  const take = (finding: ActTextFinding): void => {
    const { act, applicants } = draft;
    switch (finding.field) {
      case 'amount':
        change({ act: { ...act, amount: finding.value } });
        break;
      case 'madeOn':
        change({ act: { ...act, madeOn: finding.value } });
        break;
      case 'rights':
        change({ act: { ...act, notInformed: finding.value !== 'told' } });
        break;
      case 'person': {
        const [first, ...rest] = applicants;
        if (first !== undefined) {
          change({ applicants: [{ ...first, person: { ...first.person, name: finding.value } }, ...rest] });
        }
        break;
      }
      case 'organ': {
        const organ = organOf(finding.value);
        if (organ !== undefined) change({ respondents: [organ.id] });
        break;
      }
      default:
        change({ act: { ...act, [finding.field]: finding.value } });
    }
  };
  const isTaken = (finding: ActTextFinding): boolean => {
    if (finding.field === 'rights') return draft.act.notInformed === (finding.value !== 'told');
    if (finding.field === 'organ') return draft.respondents.includes(organOf(finding.value)?.id ?? '');
    const now = typedFor(finding, draft);
    return now !== null && now === (finding.field === 'amount' ? String(finding.value / 100) : finding.value);
  };

  return (
    <details className="rw-act-text rw-all">
      <summary>{w.title}</summary>
      <p className="rd-muted rd-small">{w.lead}</p>
      <LongTextField label={w.label} rows={3} value={text} onChange={setText} />
      {text.trim() !== '' && findings.length === 0 && <p className="rd-muted">{w.none}</p>}
      {findings.length > 0 && (
        <ul className="rw-findings" aria-label={w.found}>
          {findings.map((finding) => {
            const taken = isTaken(finding);
            const typed = typedFor(finding, draft);
            const missing = finding.field === 'organ' && organOf(finding.value) === undefined;
            const replaced = finding.field === 'organ' ? organs.find((o) => o.id === typed)?.name : typed;
            return (
              <li key={finding.field}>
                <button
                  type="button"
                  className="rd-btn rw-small"
                  disabled={taken || missing}
                  title={finding.quote}
                  onClick={() => take(finding)}
                >
                  {(taken ? w.used : w.use)(w.fields[finding.field], shown(finding))}
                </button>
                {missing && <span className="rd-muted rd-small">{w.noOrgan}</span>}
                {!taken && !missing && replaced !== null && replaced !== undefined && (
                  <span className="rd-tone-amber rd-small">
                    {w.replaces(finding.field === 'madeOn' ? plainDay(replaced as never, language) : replaced)}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
