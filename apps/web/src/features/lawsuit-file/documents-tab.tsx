import { type FormKind, formKinds } from '@redress/domain/documents/forms';
import { documentWords } from '@redress/domain/labels/documents';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { useState } from 'react';
import { FileLinks } from '../../lib/case-file/files-tab.tsx';
import { IssueFormDrawer } from '../../lib/documents/issue-form-drawer.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';

/** 文书: each document of the suit with its number and files. */
export function DocumentsTab({ view }: { view: LawsuitView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.documents;
  const [issuing, setIssuing] = useState<FormKind | null>(null);
  const mayIssue = view.nextSteps.some((s) => s.step === 'issue-form' && s.verdict !== 'refused');
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
      {mayIssue && (
        <Panel title={words.issuing.title}>
          <p className="rd-muted rd-small">{words.issuing.lead}</p>
          <div className="rw-form-buttons">
            {formKinds.map((kind) => (
              <button key={kind} type="button" className="rd-btn" onClick={() => setIssuing(kind)}>
                {documentWords(language).forms[kind]}
              </button>
            ))}
          </div>
        </Panel>
      )}
      <IssueFormDrawer view={view} kind={issuing} onClose={() => setIssuing(null)} />
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
