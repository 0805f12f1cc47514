import type { CaseView, DocumentView } from '@redress/domain/reconsideration/view-types';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { FileLinks } from '../../lib/case-file/files-tab.tsx';
import { plainDay, shortDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useLabels } from '../../lib/use-labels.ts';

/** Each document with its number, its files, and what became of every sending. */
export function DocumentsTab({ view, onServe }: { view: CaseView; onServe: (sendingId: string) => void }) {
  const { words } = useLanguage();
  if (view.documents.length === 0) {
    return (
      <Panel>
        <EmptyState title={words.file.empty.documents} />
      </Panel>
    );
  }
  const mayServe = view.nextSteps.some((step) => step.step === 'record-service' && step.verdict !== 'refused');
  return (
    <>
      {view.documents.toReversed().map((document) => (
        <OneDocument key={document.id} document={document} view={view} onServe={mayServe ? onServe : undefined} />
      ))}
    </>
  );
}

function OneDocument({
  document,
  view,
  onServe,
}: {
  document: DocumentView;
  view: CaseView;
  onServe: ((sendingId: string) => void) | undefined;
}) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  return (
    <Panel
      title={[labels.documentKind(document.kind), document.number].filter(Boolean).join(' ')}
      extra={words.file.madeDocument(plainDay(document.madeOn, language))}
    >
      {document.printedDue !== null &&
        (document.computedDue === null || document.computedDue === document.printedDue ? (
          <p className="rd-muted">
            {words.file.printedDue} {plainDay(document.printedDue, language)}
          </p>
        ) : (
          <NoticeBar tone="warn" word={words.notice.warn}>
            {words.file.differs(plainDay(document.printedDue, language), plainDay(document.computedDue, language))}
          </NoticeBar>
        ))}
      <FileLinks ids={document.fileIds} view={view} />
      {document.sendings.map((sending) => (
        <PersonLine
          key={sending.id}
          name={sending.addresseeName}
          role={labels.serviceMethod(sending.method)}
          chips={
            sending.servedOn === null ? (
              <Chip tone="dotted">{words.file.notServed}</Chip>
            ) : (
              <Chip tone="jade">
                {words.file.served} {shortDay(sending.servedOn, language)}
              </Chip>
            )
          }
          detail={[
            sending.sentOn === null ? words.file.notSent : `${words.file.sent} ${shortDay(sending.sentOn, language)}`,
            sending.sentProof,
            sending.servedProof,
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
          actions={
            sending.servedOn === null && onServe !== undefined ? (
              <button type="button" className="rd-btn" onClick={() => onServe(sending.id)}>
                {words.file.recordService}
              </button>
            ) : undefined
          }
        />
      ))}
    </Panel>
  );
}
