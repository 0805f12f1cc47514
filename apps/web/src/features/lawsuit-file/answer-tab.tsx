import type { CivilDate } from '@redress/domain/calendar/civil-date';
import type { EvidenceItem } from '@redress/domain/litigation/entries';
import type { AnswerView, InstanceView, LawsuitView } from '@redress/domain/litigation/view-types';
import { BriefTable } from '@redress/ui/brief-table';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { FileLinks } from '../../lib/case-file/file-links.tsx';
import { fileAddress } from '../../lib/case-file/files-tab.tsx';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { fullDay, leftInWords, plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { aboutOf } from '../../lib/lawsuit/about.ts';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { newestFirst, useInstanceName } from './instance-name.tsx';
import type { SuitTabProps } from './lawsuit-page.tsx';
import { StepButtons } from './step-buttons.tsx';

/** 应诉: the court's papers, and each organ's answer, evidence, time and agents, instance by instance. */
export function AnswerTab({ view, onStep }: SuitTabProps) {
  const { words } = useLanguage();
  const nameOf = useInstanceName();
  const w = words.lawsuitFile.answer;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {newestFirst(view.instances).map((instance) => (
        <section key={instance.instanceId} aria-label={nameOf(instance)} className="rw-instance">
          <h2 className="rw-instance-name">
            {nameOf(instance)} <span className="rd-muted rd-small">{instance.court}</span>
          </h2>
          <PapersPanel view={view} instance={instance} onStep={onStep} />
          {instance.answers.map((answer) => (
            <OneAnswer key={answer.organId} view={view} instance={instance} answer={answer} onStep={onStep} />
          ))}
        </section>
      ))}
    </>
  );
}

const organName = (view: LawsuitView, id: string): string => view.organs.find((o) => o.organId === id)?.name ?? id;

function PapersPanel({ view, instance, onStep }: SuitTabProps & { instance: InstanceView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.answer;
  return (
    <Panel
      level={3}
      title={w.papers}
      extra={<StepButtons view={view} steps={['receive-papers']} about={instance.instanceId} onStep={onStep} />}
    >
      {instance.papers.length === 0 ? (
        <p className="rd-muted">{w.papersEmpty}</p>
      ) : (
        <BriefTable
          label={w.papers}
          rows={instance.papers}
          rowKey={(p) => String(p.seq)}
          columns={[
            {
              key: 'papers',
              title: w.papersColumns.papers,
              primary: true,
              render: (p) => (
                <>
                  {p.papers.map((paper) => code('papers', paper)).join(words.listSeparator)}
                  <FileLinks view={view} ids={p.fileIds} label={words.files.label} />
                </>
              ),
            },
            { key: 'organ', title: words.lawsuitFile.form.organ, render: (p) => organName(view, p.organId) },
            { key: 'received', title: w.papersColumns.received, render: (p) => plainDay(p.receivedOn, language) },
            { key: 'way', title: w.papersColumns.way, render: (p) => code('ways', p.way) },
            {
              key: 'proof',
              title: w.papersColumns.proof,
              render: (p) => (p.proof === '' ? <span className="rd-muted">{words.notOnRecord}</span> : p.proof),
            },
          ]}
        />
      )}
    </Panel>
  );
}

interface OneAnswerProps extends SuitTabProps {
  instance: InstanceView;
  answer: AnswerView;
}

function OneAnswer({ view, instance, answer, onStep }: OneAnswerProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const w = words.lawsuitFile.answer;
  const about = aboutOf(instance.instanceId, answer.organId);
  const clocks = [answer.answerClockId, answer.evidenceClockId].flatMap((id) => {
    const clock = view.clocks.find((k) => k.id === id);
    return clock === undefined ? [] : [clock];
  });
  const agents = instance.agents.filter((a) => a.organId === answer.organId);
  return (
    <Panel
      level={3}
      title={organName(view, answer.organId)}
      extra={
        <StepButtons
          view={view}
          steps={
            answer.filedOn === null
              ? ['file-answer', 'ask-evidence-extension', 'object-jurisdiction']
              : ['file-evidence', 'ask-evidence-extension']
          }
          about={about}
          onStep={onStep}
        />
      }
    >
      {answer.filedOn === null ? (
        <>
          <p>{w.notFiled}</p>
          {clocks.map((clock) => (
            <p key={clock.id} className={clock.light === 'overdue' ? 'rd-tone-red' : undefined}>
              {labels.ruleAct(clock.ruleId)}
              {words.colon}
              {clock.due === null
                ? words.clocks.unknownDue
                : `${fullDay(clock.due, language)} · ${leftInWords(clock, words)}`}
            </p>
          ))}
          {answer.consequence !== null && (
            <NoticeBar tone="warn" word={w.consequence}>
              <p className="rw-law">{labels.consequence(answer.consequence)}</p>
            </NoticeBar>
          )}
        </>
      ) : (
        <p>
          <span className="rd-muted">
            {w.filedOn}
            {words.colon}
          </span>
          {plainDay(answer.filedOn, language)}{' '}
          {clocks
            .filter((clock) => clock.status === 'late')
            .map((clock) => (
              <Chip key={clock.id} tone="red">
                {labels.ruleAct(clock.ruleId)} · {words.clocks.light.late}
              </Chip>
            ))}
        </p>
      )}
      <Extension answer={answer} />
      {answer.opinion !== null && answer.opinion !== '' && (
        <details className="rw-grounds">
          <summary>{w.opinion}</summary>
          <p className="rw-prose">{answer.opinion}</p>
        </details>
      )}
      {answer.bases.length > 0 && (
        <p className="rd-small">
          <span className="rd-muted">
            {w.bases}
            {words.colon}
          </span>
          {answer.bases.map((b) => `${b.law}${b.article}`).join(words.listSeparator)}
        </p>
      )}
      <h4 className="rw-sub">{w.evidence}</h4>
      <EvidenceTable view={view} evidence={answer.evidence} />
      <h4 className="rw-sub">{w.agents}</h4>
      <p className="rd-muted rd-small">{w.agentsHint}</p>
      {agents.length === 0 && <p className="rd-muted">{w.agentsEmpty}</p>}
      {agents.map((agent) => (
        <AgentLine key={agent.agentId} view={view} agent={agent} onStep={onStep} />
      ))}
      <StepButtons view={view} steps={['appoint-agent']} about={about} onStep={onStep} />
    </Panel>
  );
}

function Extension({ answer }: { answer: AnswerView }) {
  const { words, language } = useLanguage();
  const w = words.lawsuitFile.answer;
  const { extension } = answer;
  if (extension === null) return null;
  const day = (d: CivilDate) => shortDay(d, language);
  const said =
    extension.allowed === null
      ? w.extensionWaiting
      : !extension.allowed
        ? w.extensionRefused
        : extension.causeRemovedOn === null
          ? w.extensionAllowedNoDay
          : w.extensionAllowed(day(extension.causeRemovedOn));
  return (
    <p className="rd-small">
      <span className="rd-muted">
        {w.extension}
        {words.colon}
      </span>
      {w.extensionAsked(day(extension.askedOn))}
      {words.semicolon}
      {said}
    </p>
  );
}

/** 证据目录: each piece with its file and the file's checksum, as it goes to the court. */
export function EvidenceTable({ view, evidence }: { view: LawsuitView; evidence: readonly EvidenceItem[] }) {
  const { words } = useLanguage();
  const w = words.lawsuitFile.answer;
  if (evidence.length === 0) return <p className="rd-muted">{w.evidenceEmpty}</p>;
  const c = w.evidenceColumns;
  return (
    <BriefTable<EvidenceItem>
      label={w.evidence}
      rows={evidence}
      rowKey={(item) => `${item.number} ${item.name}`}
      columns={[
        { key: 'number', title: c.number, card: 'bare', render: (item) => item.number },
        { key: 'name', title: c.name, primary: true, render: (item) => item.name },
        { key: 'pages', title: c.pages, align: 'end', render: (item) => item.pages ?? '' },
        { key: 'source', title: c.source, render: (item) => item.source },
        { key: 'purpose', title: c.purpose, render: (item) => item.purpose },
        {
          key: 'file',
          title: c.file,
          render: (item) => {
            const files = view.files.filter((f) => item.fileIds.includes(f.id));
            if (files.length === 0) return <span className="rd-muted">{w.noFile}</span>;
            return files.map((file) => (
              <span key={file.id} className="rw-evidence-file">
                <a href={fileAddress(file.id, view.id)} download={file.name}>
                  {file.name}
                </a>{' '}
                <code className="rw-hash" title={`${w.checksum} SHA-256 ${file.sha256}`}>
                  {file.sha256.slice(0, 12)}
                </code>
              </span>
            ));
          },
        },
      ]}
    />
  );
}

function AgentLine({ view, agent, onStep }: SuitTabProps & { agent: InstanceView['agents'][number] }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.answer;
  return (
    <PersonLine
      name={agent.name}
      role={code('agents', agent.kind)}
      chips={
        agent.endedOn === null ? (
          <Chip>{agent.special ? w.special : w.general}</Chip>
        ) : (
          <Chip tone="dotted">{w.ended(shortDay(agent.endedOn, language))}</Chip>
        )
      }
      detail={agent.unit === '' ? undefined : agent.unit}
      actions={
        agent.endedOn === null && mayTake(view, 'end-agent') ? (
          <button
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            aria-label={w.endOf(agent.name)}
            onClick={() => onStep('end-agent', agent.agentId)}
          >
            {w.end}
          </button>
        ) : undefined
      }
    />
  );
}

/** Nothing on record yet: what to do. */
export const Nothing = ({ title, detail }: { title: string; detail: string }) => (
  <Panel>
    <EmptyState title={title} detail={detail} />
  </Panel>
);
