import { type FormKind, formKinds } from '@redress/domain/documents/forms';
import { documentWords } from '@redress/domain/labels/documents';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { FileLinks } from '../../lib/case-file/files-tab.tsx';
import { mayTake } from '../../lib/case-file/may-take.ts';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';

/** 文书: each document of the suit with its number and files. */
export function DocumentsTab({ view, onIssue }: { view: LawsuitView; onIssue: (kind: FormKind) => void }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.documents;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {mayTake(view, 'issue-form') && (
        <Panel title={words.issuing.title}>
          <p className="rd-muted rd-small">{words.issuing.lead}</p>
          <div className="rw-form-buttons">
            {formKinds.map((kind) => (
              <button key={kind} type="button" className="rd-btn" onClick={() => onIssue(kind)}>
                {documentWords(language).forms[kind]}
              </button>
            ))}
          </div>
        </Panel>
      )}
      {view.documents.length === 0 && (
        <Panel>
          <EmptyState title={words.file.empty.documents} />
        </Panel>
      )}
      {view.documents.toReversed().map((document) => (
        <Panel
          key={document.id}
          title={[code('documents', document.kind), document.number].filter(Boolean).join(' ')}
          extra={words.file.madeDocument(plainDay(document.madeOn, language))}
        >
          <FileLinks ids={document.fileIds} view={view} />
        </Panel>
      ))}
    </>
  );
}
