import { seesOwnSuitsOnly } from '@redress/domain/access/roles';
import type { AccountId, OrganId } from '@redress/domain/ids';
import { Chip } from '@redress/ui/chip';
import { EmptyState } from '@redress/ui/empty-state';
import { ErrorState } from '@redress/ui/error-state';
import { LoadingSkeleton } from '@redress/ui/loading-skeleton';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { PersonLine } from '@redress/ui/person-line';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer, Input, Radio } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { failureOf } from '../../lib/failure.ts';
import { SelectField, TextField } from '../../lib/fields.tsx';
import { instantDay } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { newId, type Outputs, useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';

type Feed = Outputs['feeds']['list'][number];

/** Secret calendar addresses of one's own organ: made, shown once, revoked. */
export function FeedsPart() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { message, modal } = App.useApp();
  const queryClient = useQueryClient();
  const respondent = usePermission('reply.file');
  const casework = usePermission('cases.act');
  const [creating, setCreating] = useState(false);
  const w = words.appearances.feeds;
  const query = useQuery(trpc.feeds.list.queryOptions());
  const revoke = useMutation(
    trpc.feeds.revoke.mutationOptions({
      onSuccess: (feeds) => {
        queryClient.setQueryData(trpc.feeds.list.queryKey(), feeds);
        void message.success(w.revokedDone);
      },
      onError: (error) => void message.error(labels.failure(failureOf(error))),
    }),
  );
  const nameOf = (feed: Feed) =>
    feed.label === ''
      ? feed.leaderName === null
        ? w.ofOrgan(feed.organName)
        : w.ofLeader(feed.leaderName)
      : feed.label;
  return (
    <>
      {(respondent || casework) && (
        <div className="rw-actions rw-court-above">
          <button type="button" className="rd-btn" data-look="primary" onClick={() => setCreating(true)}>
            {w.create}
          </button>
        </div>
      )}
      <Panel>
        {query.isError ? (
          <ErrorState
            title={words.appearances.failed}
            detail={labels.failure(failureOf(query.error))}
            retry={{ label: words.retry, onRetry: () => void query.refetch() }}
          />
        ) : query.data === undefined ? (
          <LoadingSkeleton label={words.loading} />
        ) : query.data.length === 0 ? (
          <EmptyState title={w.empty} detail={w.emptyDetail} />
        ) : (
          query.data.map((feed) => (
            <PersonLine
              key={feed.id}
              name={nameOf(feed)}
              role={feed.leaderName === null ? w.ofOrgan(feed.organName) : w.ofLeader(feed.leaderName)}
              chips={
                feed.revokedOn === null ? (
                  <Chip tone="jade">{w.active}</Chip>
                ) : (
                  <Chip tone="dotted">{w.revoked(instantDay(Date.parse(feed.revokedOn), language))}</Chip>
                )
              }
              detail={w.created(feed.createdByName, instantDay(Date.parse(feed.createdOn), language))}
              actions={
                feed.revokedOn === null && feed.mine ? (
                  <button
                    type="button"
                    className="rd-btn"
                    onClick={() =>
                      modal.confirm({
                        title: w.revokeTitle(nameOf(feed)),
                        content: w.revokeDetail,
                        okText: w.revoke,
                        cancelText: words.cancel,
                        okButtonProps: { danger: true },
                        onOk: () => revoke.mutateAsync({ id: feed.id }).then(() => undefined),
                      })
                    }
                  >
                    {w.revoke}
                  </button>
                ) : undefined
              }
            />
          ))
        )}
      </Panel>
      <Drawer
        open={creating}
        onClose={() => setCreating(false)}
        size={560}
        title={w.createTitle}
        closable={{ 'aria-label': words.close }}
        destroyOnHidden
      >
        {creating && <CreateFeed onDone={() => setCreating(false)} />}
      </Drawer>
    </>
  );
}

function CreateFeed({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const queryClient = useQueryClient();
  const session = useSession();
  const acting = session.posts.find((post) => post.postId === session.acting);
  const organId = acting?.organId as OrganId | undefined;
  const w = words.appearances.feeds;
  const [id] = useState(newId);
  const [whose, setWhose] = useState<'leader' | 'organ'>('leader');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const leaders = useQuery(
    trpc.appearances.leaders.queryOptions(
      { organId: organId as OrganId, on: session.today },
      { enabled: organId !== undefined },
    ),
  );
  const create = useMutation(
    trpc.feeds.create.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.feeds.list.queryKey() }),
    }),
  );
  const isWhole = organId !== undefined && (whose === 'organ' || accountId !== null);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isWhole || create.isPending) return;
    create.mutate({
      id,
      organId,
      accountId: whose === 'organ' ? null : (accountId as AccountId),
      label: label.trim(),
    });
  }
  if (create.data !== undefined) {
    return <ShownOnce address={new URL(create.data.path, window.location.origin).href} onDone={onDone} />;
  }
  return (
    <form onSubmit={submit} noValidate className="rw-arrange">
      {create.isError && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failureOf(create.error))}
        </NoticeBar>
      )}
      <fieldset>
        <legend>{w.whose}</legend>
        <Radio.Group
          value={whose}
          onChange={(event) => setWhose(event.target.value as 'leader' | 'organ')}
          options={(acting !== undefined && seesOwnSuitsOnly(acting.role)
            ? (['leader'] as const)
            : (['leader', 'organ'] as const)
          ).map((value) => ({ value, label: w.whoseOf[value] }))}
        />
      </fieldset>
      {whose === 'leader' ? (
        <SelectField
          label={words.appearances.filters.leader}
          required
          value={accountId}
          options={(leaders.data ?? []).flatMap(({ leader }) =>
            leader.accountId === null ? [] : [{ value: leader.accountId, label: `${leader.name} ${leader.title}` }],
          )}
          onChange={setAccountId}
        />
      ) : (
        <p>{acting?.organName}</p>
      )}
      <TextField label={w.name} hint={w.nameHint} value={label} onChange={setLabel} />
      <div className="rw-actions">
        <button
          type="submit"
          className="rd-btn"
          data-look="primary"
          aria-disabled={!isWhole || undefined}
          aria-busy={create.isPending || undefined}
        >
          {w.save}
        </button>
      </div>
    </form>
  );
}

/** The one moment in which the address is there. */
function ShownOnce({ address, onDone }: { address: string; onDone: () => void }) {
  const { words } = useLanguage();
  const { message } = App.useApp();
  const id = useId();
  const w = words.appearances.feeds;
  return (
    <div className="rw-arrange">
      <NoticeBar tone="warn" word={words.notice.warn}>
        {w.once}
      </NoticeBar>
      <label htmlFor={id}>{w.onceTitle}</label>
      <Input.TextArea id={id} readOnly autoSize value={address} onFocus={(event) => event.target.select()} />
      <div className="rw-actions">
        <button
          type="button"
          className="rd-btn"
          data-look="primary"
          onClick={() =>
            void copyText(address).then((copied) =>
              copied ? void message.success(w.copied) : void message.warning(w.copyFailed),
            )
          }
        >
          {w.copy}
        </button>
        <button type="button" className="rd-btn" onClick={onDone}>
          {w.done}
        </button>
      </div>
    </div>
  );
}
