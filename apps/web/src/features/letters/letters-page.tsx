import { Chip, type ChipTone } from '@redress/ui/chip';
import { DataList } from '@redress/ui/data-list';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { PageHeader } from '@redress/ui/page-header';
import { Panel } from '@redress/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { failureOf } from '../../lib/failure.ts';
import { fullDay, plainDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { NotPermitted } from '../../lib/not-permitted.tsx';
import { usePermission } from '../../lib/session.tsx';
import { type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Letter = Outputs['proceedings']['letters'][number];

const tones: Record<Letter['ask']['state'], ChipTone> = {
  open: 'ink',
  overdue: 'red',
  waiting: 'dotted',
  returned: 'amber',
  done: 'jade',
  'done-late': 'amber',
};

/** Opinion letters to this organ, and what each still asks for (76). */
export function LettersPage() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const permitted = usePermission('reply.file');
  const query = useQuery(trpc.proceedings.letters.queryOptions(undefined, { enabled: permitted }));
  const w = words.proceedings.letters;
  if (!permitted) return <NotPermitted />;
  return (
    <>
      <PageHeader title={w.title} lead={w.purpose} />
      <Panel>
        <DataList<Letter>
          label={w.title}
          columns={[
            {
              key: 'number',
              title: w.columns.number,
              primary: true,
              width: 'minmax(0, 1.4fr)',
              render: ({ ask }) => ask.document?.number ?? w.about,
            },
            {
              key: 'subject',
              title: w.columns.subject,
              width: 'minmax(0, 2fr)',
              card: 'line',
              render: ({ ask }) => ask.subject ?? '',
            },
            { key: 'from', title: w.columns.from, render: (letter) => letter.organName },
            {
              key: 'asked',
              title: w.columns.asked,
              render: ({ ask }) => (ask.askedOn === null ? '—' : plainDay(ask.askedOn, language)),
            },
            {
              key: 'due',
              title: w.columns.due,
              width: '180px',
              render: ({ ask }) => (ask.due === null ? words.proceedings.asks.unknownDue : fullDay(ask.due, language)),
            },
            {
              key: 'state',
              title: w.columns.state,
              card: 'corner',
              width: '96px',
              render: ({ ask }) => <Chip tone={tones[ask.state]}>{words.proceedings.asks.states[ask.state]}</Chip>,
            },
          ]}
          rows={query.data}
          rowKey={({ ask }) => ask.key}
          renderLink={(letter, props) => (
            <Link to="/cases/$id" params={{ id: letter.caseId }} className={props.className}>
              {props.children}
            </Link>
          )}
          loadingLabel={words.loading}
          empty={<EmptyState title={w.empty} detail={w.emptyDetail} />}
          error={
            query.isError ? (
              <ErrorState
                title={w.failed}
                detail={labels.failure(failureOf(query.error))}
                retry={{ label: words.retry, onRetry: () => void query.refetch() }}
              />
            ) : undefined
          }
        />
      </Panel>
    </>
  );
}
