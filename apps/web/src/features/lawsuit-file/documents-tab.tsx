import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { EmptyState } from '@redress/ui/empty-state';
import { Panel } from '@redress/ui/panel';
import { FileLinks } from '../../lib/case-file/files-tab.tsx';
import { plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { useSuitCodes } from '../../lib/lawsuit/use-suit-codes.ts';

/** 文书: each document of the suit with its number and files. */
export function DocumentsTab({ view }: { view: LawsuitView }) {
  const { words, language } = useLanguage();
  const code = useSuitCodes();
  const w = words.lawsuitFile.documents;
  return (
    <>
      <p className="rd-muted rd-small rw-above">{w.lead}</p>
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
