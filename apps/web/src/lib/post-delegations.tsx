import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { NoticeBar } from '@redress/ui/notice-bar';
import { PersonLine } from '@redress/ui/person-line';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useRef, useState } from 'react';
import { failureOf } from './failure.ts';
import { DayField, LongTextField, SelectField } from './fields.tsx';
import { plainDay } from './format.ts';
import { useLanguage } from './language.tsx';
import { useSession } from './session.tsx';
import { type Inputs, newId, type Outputs, useTRPC, useTRPCClient } from './trpc.ts';
import { useLabels } from './use-labels.ts';

type Post = Outputs['office']['ownPosts'][number];
type Input = Inputs['office']['actOnDelegation'];

/** Sends a delegation or its revocation; the same one again is the same command. */
function useDelegating(post: Post, onDone: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const command = useRef<{ body: string; id: string } | null>(null);
  return useMutation({
    mutationFn: (step: Pick<Input, 'type' | 'input'>) => {
      const body = JSON.stringify(step);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      const whole = { commandId: command.current.id, id: post.id, expectedVersion: post.version, ...step };
      return client.office.actOnDelegation.mutate(whole as Input);
    },
    onSuccess: () => {
      command.current = null;
      onDone();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.office.pathKey() }),
  });
}

interface PostDelegationsProps {
  post: Post;
  mayDelegate: boolean;
  mayRevoke: boolean;
  /** The holder's name, where the post is not one's own. */
  showHolder?: boolean;
}

/** A post with those who exercise it, too, for some days. */
export function PostDelegations({ post, mayDelegate, mayRevoke, showHolder = false }: PostDelegationsProps) {
  const { words, language } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.office.delegations;
  const [open, setOpen] = useState(false);
  const revoke = useDelegating(post, () => undefined);
  const failure = revoke.isError ? failureOf(revoke.error) : null;
  const standing = post.delegations.filter((d) => d.revokedOn === null && d.until >= today);
  return (
    <>
      <PersonLine
        name={showHolder ? `${post.name} · ${labels.role(post.role)}` : labels.role(post.role)}
        detail={[post.organName, post.title].join(' · ')}
        actions={
          mayDelegate ? (
            <button type="button" className="rd-btn" onClick={() => setOpen(true)}>
              {w.delegate}
            </button>
          ) : undefined
        }
      />
      {failure !== null && (
        <NoticeBar tone="error" word={words.notice.error}>
          {labels.failure(failure)}
        </NoticeBar>
      )}
      {standing.map((d) => (
        <PersonLine
          key={d.seq}
          name={`→ ${d.toName}`}
          detail={words.office.range(plainDay(d.from, language), plainDay(d.until, language))}
          actions={
            mayRevoke ? (
              <button
                type="button"
                className="rd-btn"
                aria-label={`${w.revoke} ${d.toName}`}
                aria-busy={revoke.isPending || undefined}
                onClick={() =>
                  revoke.mutate({
                    type: 'revoke-delegation',
                    input: { occurredOn: today, seq: d.seq, why: '' },
                  } as Pick<Input, 'type' | 'input'>)
                }
              >
                {w.revoke}
              </button>
            ) : undefined
          }
        />
      ))}
      {open && <DelegateDrawer post={post} onClose={() => setOpen(false)} />}
    </>
  );
}

function DelegateDrawer({ post, onClose }: { post: Post; onClose: () => void }) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const { today } = useSession();
  const w = words.office.delegations;
  const [to, setTo] = useState<string | null>(null);
  const [from, setFrom] = useState<CivilDate | null>(today);
  const [until, setUntil] = useState<CivilDate | null>(null);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const colleagues = useQuery(trpc.office.colleagues.queryOptions());
  const send = useDelegating(post, onClose);
  const failure = send.isError ? failureOf(send.error) : null;
  const missing = (field: string, value: unknown) =>
    asked && (value === null || value === '') ? [{ field, rule: 'required' }] : [];
  return (
    <Drawer open onClose={onClose} size={560} title={w.title2} closable={{ 'aria-label': words.close }} destroyOnHidden>
      <form
        noValidate
        className="rw-form-body"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (to === null || from === null || until === null || send.isPending) return;
          const input = { occurredOn: from, to, until, why: why.trim() };
          send.mutate({ type: 'delegate-post', input } as Pick<Input, 'type' | 'input'>);
        }}
      >
        <p className="rd-muted">{w.mineLead}</p>
        {failure !== null && (
          <NoticeBar tone="error" word={words.notice.error}>
            {labels.failure(failure)}
          </NoticeBar>
        )}
        {colleagues.data?.length === 0 && <p className="rd-muted">{w.colleaguesEmpty}</p>}
        <SelectField
          label={w.to}
          required
          value={to}
          problems={missing('to', to)}
          options={(colleagues.data ?? []).map((c) => ({ value: c.accountId, label: `${c.name} ${c.title}` }))}
          onChange={setTo}
        />
        <DayField label={w.from} required value={from} problems={missing('from', from)} onChange={setFrom} />
        <DayField label={w.until} required value={until} problems={missing('until', until)} onChange={setUntil} />
        <LongTextField label={words.office.why} rows={2} value={why} onChange={setWhy} />
        <div className="rw-form-foot">
          <button type="button" className="rd-btn" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="rd-btn" data-look="primary" aria-busy={send.isPending || undefined}>
            {w.delegate}
          </button>
        </div>
      </form>
    </Drawer>
  );
}
