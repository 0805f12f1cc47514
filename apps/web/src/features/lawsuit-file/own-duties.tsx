import type { ClockView } from '@redress/domain/case-view/types';
import type { FormKind } from '@redress/domain/documents/forms';
import { documentWords } from '@redress/domain/labels/documents';
import type { InstanceView, LawsuitView, SuitOrganView } from '@redress/domain/litigation/view-types';
import { Chip, type ChipTone } from '@redress/ui/chip';
import { Panel } from '@redress/ui/panel';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { fullDay, leftInWords, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useObligationName } from '../../lib/lawsuit/use-obligation-name.ts';
import { useLabels } from '../../lib/use-labels.ts';
import type { SuitTabProps } from './lawsuit-page.tsx';

interface OwnDutiesProps extends SuitTabProps {
  onIssue: (form: FormKind) => void;
}

type DutyName = keyof ReturnType<typeof useLanguage>['words']['lawsuitFile']['duties']['names'];

/** One thing the reader's own organ has to do. */
interface Duty {
  readonly key: string;
  readonly name: DutyName;
  /** What it is about, in words. */
  readonly detail: string;
  readonly clock: ClockView | null;
  /** The day it is about, where no clock runs: a session's. */
  readonly on: string | null;
  readonly acts: readonly { readonly step: string; readonly about?: string }[];
  readonly consequence: string | null;
  readonly hint?: string;
  /** The document it needs, made from the file. */
  readonly form?: FormKind;
}

/** What the reader's own organs have to do in this suit, in the order of the law: by when, and what follows otherwise. */
export function OwnDuties({ view, onStep, onIssue }: OwnDutiesProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile.duties;
  const duties = useDuties(view);
  // The office reads the whole page; a department is told when there is nothing for it to do.
  if (duties.length === 0 && view.audience === 'reviewing') return null;
  return (
    <Panel title={view.audience === 'reviewing' ? w.officeTitle : w.title}>
      {duties.length === 0 && (
        <>
          <p>{w.none}</p>
          <p className="rd-muted rd-small">{w.noneDetail}</p>
        </>
      )}
      <ul className="rw-duties">
        {duties.map((duty, at) => (
          <li key={duty.key} className="rw-duty">
            <div className="rw-duty-text">
              <h3>
                {w.names[duty.name]} <LightChip clock={duty.clock} />
              </h3>
              {duty.detail !== '' && <p className="rd-muted rd-small">{duty.detail}</p>}
              {duty.clock !== null && (
                <p className={duty.clock.light === 'overdue' ? 'rd-tone-red' : undefined}>
                  {duty.clock.due === null ? w.noDue : w.by(fullDay(duty.clock.due, language))}
                  {duty.clock.due !== null && ` · ${leftInWords(duty.clock, words)}`}
                </p>
              )}
              {duty.on !== null && <p>{duty.on}</p>}
              {duty.consequence !== null && (
                <p className="rd-small rw-duty-if">
                  <span className="rd-muted">
                    {w.ifNot}
                    {words.colon}
                  </span>
                  {labels.consequence(duty.consequence)}
                </p>
              )}
              {duty.hint !== undefined && <p className="rd-small rd-muted rw-duty-if">{duty.hint}</p>}
            </div>
            <div className="rw-duty-acts rd-no-print">
              {duty.acts.map((act, n) => (
                <button
                  key={act.step}
                  type="button"
                  className="rd-btn"
                  data-look={at === 0 && n === 0 ? 'primary' : undefined}
                  onClick={() => onStep(act.step, act.about)}
                >
                  {n === 0 ? labels.act(act.step) : labels.step(act.step)}
                </button>
              ))}
              {duty.form !== undefined && mayTake(view, 'issue-form') && (
                <button type="button" className="rd-btn" onClick={() => onIssue(duty.form ?? 'identity-proof')}>
                  {w.makeForm(documentWords(language).forms[duty.form])}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the reader may do with an answer that waits to be signed. */
const signSteps = ({ proposalId: about, may }: LawsuitView['proposals'][number]): Duty['acts'] => [
  ...(may.approve ? [{ step: 'approve', about }] : []),
  ...(may.giveBack ? [{ step: 'return-proposal', about }] : []),
  ...(may.withdraw ? [{ step: 'withdraw-proposal', about }] : []),
];

const tones: Record<ClockView['light'], ChipTone | null> = {
  overdue: 'red',
  near: 'amber',
  ok: null,
  stopped: 'dotted',
  unknown: 'dotted',
  met: 'jade',
  late: 'amber',
};

function LightChip({ clock }: { clock: ClockView | null }) {
  const { words } = useLanguage();
  const tone = clock === null ? null : tones[clock.light];
  return clock === null || tone === null ? null : <Chip tone={tone}>{words.clocks.light[clock.light]}</Chip>;
}

function useDuties(view: LawsuitView): readonly Duty[] {
  const { words, language } = useLanguage();
  const w = words.lawsuitFile;
  const obligationName = useObligationName();
  const several = view.organs.filter((o) => o.own).length > 1;
  const clockOf = (id: string | null): ClockView | null => view.clocks.find((k) => k.id === id) ?? null;
  const may = (...acts: Duty['acts']): Duty['acts'] => acts.filter((act) => mayTake(view, act.step));

  const inInstance = (instance: InstanceView, organ: SuitOrganView): Duty[] => {
    const about = aboutOf(instance.instanceId, organ.organId);
    const name = several ? organ.name : '';
    const found: Duty[] = [];
    const papers = instance.papers.filter((p) => p.organId === organ.organId);
    const answer = instance.answers.find((a) => a.organId === organ.organId);
    const base = { clock: null, on: null, consequence: null } as const;
    // Each instance brings papers of its own to sign for.
    const unsigned = organ.acknowledgedOn === null || papers.every((p) => p.receivedOn > (organ.acknowledgedOn ?? ''));
    if (papers.length > 0 && unsigned && instance.ended === null && view.audience !== 'reviewing') {
      found.push({
        ...base,
        key: `a-${about}`,
        name: 'acknowledge',
        detail: name,
        acts: may({ step: 'acknowledge', about }),
      });
    }
    if (organ.responders.length === 0 && instance.ended === null && view.audience !== 'reviewing') {
      found.push({
        ...base,
        key: `r-${about}`,
        name: 'responders',
        detail: name,
        acts: may({ step: 'assign-responders', about }),
      });
    }
    // The simplified procedure has a limit for the evidence only; an appeal is answered where its copy came from.
    const limit = clockOf(answer?.answerClockId ?? null);
    const byEvidence = limit === null && (answer?.evidenceClockId ?? null) !== null;
    const toAppeal =
      limit?.ruleId === 'litigation.appeal-answer' && (limit.status === 'running' || limit.status === 'overdue');
    const isOpen = byEvidence ? answer?.evidence.length === 0 : answer?.filedOn === null;
    const owes = instance.ended === null ? isOpen && (papers.length > 0 || toAppeal) : toAppeal;
    if (answer !== undefined && owes) {
      const waits = answer.extension !== null && answer.extension.allowed === null;
      const proposed = view.proposals.find((p) => p.state === 'open' && p.step === 'file-answer');
      const signing = proposed === undefined ? [] : signSteps(proposed);
      found.push({
        key: `f-${about}`,
        name: 'answer',
        detail: [name, instance.courtNumber].filter((part) => part !== '').join(' · '),
        clock: clockOf(answer.answerClockId) ?? clockOf(answer.evidenceClockId),
        on: null,
        consequence: answer.consequence,
        acts:
          proposed === undefined
            ? may(
                { step: byEvidence && answer.filedOn !== null ? 'file-evidence' : 'file-answer', about },
                ...(waits ? [] : [{ step: 'ask-evidence-extension', about }]),
              )
            : may(...signing),
        hint: proposed !== undefined ? w.duties.signing : waits ? w.duties.names.extension : w.duties.extensionHint,
      });
    }
    for (const session of instance.sessions) {
      const own = session.appearances.find((a) => a.organId === organ.organId);
      const at = aboutOf(session.sessionId, organ.organId);
      const on = w.duties.on(fullDay(session.on, language), session.time);
      const detail = [name, session.place].filter((part) => part !== '').join(' · ');
      if (own?.toRecord === true) {
        found.push({
          ...base,
          key: `t-${at}`,
          name: 'record',
          detail,
          on,
          acts: may({ step: 'record-appearance', about: at }, { step: 'explain-absence', about: at }),
        });
        continue;
      }
      if (session.kind !== 'trial' || session.state !== 'set' || own === undefined) continue;
      const [dutyName, ...steps]: [DutyName, ...string[]] =
        own.leader === null
          ? ['plan-leader', 'plan-leader', 'explain-absence']
          : own.confirmedOn === null
            ? ['confirm-leader', 'confirm-leader', 'replace-leader']
            : own.proofOn === null
              ? ['proof', 'submit-identity-proof', 'replace-leader']
              : ['proof'];
      if (steps.length === 0) continue;
      found.push({
        ...base,
        key: `s-${at}`,
        name: dutyName,
        detail: [own.leader === null ? '' : `${own.leader.name} ${own.leader.title}`, detail]
          .filter((part) => part !== '')
          .join(' · '),
        on,
        acts: may(...steps.map((step) => ({ step, about: at }))),
        ...(dutyName === 'proof' ? { hint: w.duties.bring, form: 'identity-proof' as const } : {}),
      });
    }
    return found;
  };

  return [
    ...view.instances
      .toReversed()
      .flatMap((instance) => view.organs.filter((o) => o.own).flatMap((organ) => inInstance(instance, organ))),
    ...view.obligations
      .filter((o) => o.performedOn === null && view.organs.some((organ) => organ.own && organ.organId === o.organId))
      .map(
        (o): Duty => ({
          key: `o-${o.obligationId}`,
          name: 'perform',
          detail: obligationName(o),
          clock: clockOf(o.clockId),
          on: o.performBy === null ? null : w.judgment.performBy(shortDay(o.performBy, language)),
          consequence: null,
          hint: w.judgment.measureHint,
          acts: may({ step: 'record-performance', about: o.obligationId }),
        }),
      ),
    ...view.advice
      .filter((a) => a.answeredOn === null && view.organs.some((organ) => organ.own && organ.organId === a.organId))
      .map(
        (a): Duty => ({
          key: `j-${a.adviceId}`,
          name: 'advice',
          detail: a.summary,
          clock: clockOf(a.clockId),
          on: null,
          consequence: null,
          acts: may({ step: 'answer-advice', about: a.adviceId }),
        }),
      ),
    ...view.defects
      .filter((d) => d.readOn === null && view.organs.some((organ) => organ.own && organ.organId === d.organId))
      .map(
        (d): Duty => ({
          key: `d-${d.instanceId}-${d.organId}`,
          name: 'defects',
          detail: d.what,
          clock: null,
          on: null,
          consequence: null,
          acts: may({ step: 'read-defects', about: aboutOf(d.instanceId, d.organId) }),
        }),
      ),
  ];
}
