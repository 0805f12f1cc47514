import { isCivilDate } from '@redress/domain/calendar/civil-date';
import type { ProposalView } from '@redress/domain/case-view/types';
import type { LawVersion } from '@redress/domain/reconsideration/codes';
import { fieldLabelOf } from '@redress/domain/reconsideration/step-forms';
import { type Definition, DefinitionList } from '@redress/ui/definition-list';
import { OpinionThread, type OpinionVerdict } from '@redress/ui/opinion-thread';
import type { ReactNode } from 'react';
import { fileAddress } from './case-file/files-tab.tsx';
import { useCaseKind } from './case-kind.tsx';
import { plainDay } from './format.ts';
import { useLanguage } from './language.tsx';
import { useLabels } from './use-labels.ts';

const verdicts: Record<ProposalView['words'][number]['verdict'], OpinionVerdict> = {
  proposed: 'proposed',
  endorsed: 'approved',
  returned: 'returned',
  approved: 'approved',
  withdrawn: 'withdrawn',
};

interface ProposalProps {
  proposal: ProposalView;
  law?: LawVersion | undefined;
  /** The name of an organ or a party of the case by its id. */
  nameOf?: (id: unknown) => string | null;
  /** The case's files, by which what is signed is opened and called by its name. */
  files?: { readonly caseId: string; readonly list: readonly { readonly id: string; readonly name: string }[] };
}

/** Ids of things inside a lawsuit, which say nothing to whoever signs; its head signs with the very act. */
const insideOnly: ReadonlySet<string> = new Set(['instanceId', 'sessionId', 'signedByHead']);

/** A row of a list that is proposed: an exhibit, or a provision. */
type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is proposed, field by field, and every opinion in the words it was given. */
export function Proposal({ proposal, law, nameOf, files }: ProposalProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const kind = useCaseKind();
  const items: Definition[] = [];
  const input = typeof proposal.input === 'object' && proposal.input !== null ? proposal.input : {};
  for (const [name, value] of Object.entries(input)) {
    const label = fieldLabelOf(name);
    const term = insideOnly.has(name)
      ? null
      : kind === 'litigation'
        ? labels.fieldAt(name)
        : label === null
          ? null
          : labels.field(label);
    const text = say(name, value);
    if (term !== null && text !== null) items.push({ key: name, term, value: text });
  }

  function links(ids: readonly unknown[]): ReactNode {
    const named = (files?.list ?? []).filter((file) => ids.includes(file.id));
    if (named.length === 0) return null;
    return named.map((file, i) => (
      <span key={file.id}>
        {i > 0 && words.listSeparator}
        <a href={fileAddress(file.id, files?.caseId ?? '')} download={file.name}>
          {file.name}
        </a>
      </span>
    ));
  }

  /** 1 行政执法案卷（62页，被告制作）：证明…… with its files. */
  function row(value: Row, at: number): ReactNode {
    const text = (name: string) => (typeof value[name] === 'string' ? (value[name] as string).trim() : '');
    if (text('law') !== '') return <li key={at}>{`${text('law')}${text('article')}`}</li>;
    const pages = typeof value.pages === 'number' ? words.approvals.pages(value.pages) : '';
    const about = [pages, text('source')].filter((part) => part !== '').join(words.listSeparator);
    const head = [text('number'), text('name')].filter((part) => part !== '').join(' ');
    return (
      <li key={at}>
        {head}
        {about !== '' && words.approvals.about(about)}
        {text('purpose') !== '' && `${words.colon}${text('purpose')}`}{' '}
        {Array.isArray(value.fileIds) && links(value.fileIds)}
      </li>
    );
  }

  function say(name: string, value: unknown): ReactNode {
    if (value === null || value === '' || value === false || value === undefined) return null;
    if (value === true) return words.yes;
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') {
      const named = nameOf?.(value) ?? null;
      if (named !== null) return named;
      return isCivilDate(value) ? plainDay(value, language) : labels.option(proposal.step, name, value, law);
    }
    if (name.endsWith('fileIds') && Array.isArray(value)) return links(value);
    if (Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string')) {
      return value.map((v) => labels.option(proposal.step, name, v, law)).join(words.listSeparator);
    }
    if (Array.isArray(value) && value.length > 0 && value.every(isRow)) {
      return <ol className="rw-proposed-rows">{value.map(row)}</ol>;
    }
    return null;
  }

  return (
    <>
      {items.length > 0 && (
        <div className="rw-proposed">
          <DefinitionList items={items} termWidth={language === 'en' ? '128px' : undefined} />
        </div>
      )}
      <OpinionThread
        label={words.approvals.thread}
        opinions={proposal.words.map((word, at) => ({
          key: String(at),
          who: word.by,
          when: plainDay(word.on, language),
          verdict: verdicts[word.verdict],
          verdictLabel: words.approvals.verdicts[word.verdict],
          ...(word.text === '' ? {} : { words: word.text }),
        }))}
      />
    </>
  );
}
