import type { CivilDate } from '@redress/domain/calendar/civil-date';
import { Chip } from '@redress/ui/chip';
import { NoticeBar } from '@redress/ui/notice-bar';
import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { failureOf } from '../failure.ts';
import { DayField, SelectField, TextField } from '../fields.tsx';
import { shortDay } from '../format.ts';
import { useLanguage } from '../language.tsx';
import { useSession } from '../session.tsx';
import { newId, type Outputs, useTRPC } from '../trpc.ts';
import { useLabels } from '../use-labels.ts';

type Todo = Outputs['todos']['ofCase'][number];
const most = 400;

/** What the office means to do in this case, by whom and by when; no part of the file. */
export function TodosPanel({ caseId }: { caseId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { words } = useLanguage();
  const labels = useLabels();
  const w = words.people;
  const of = { caseId: caseId as Todo['caseId'] };
  const query = useQuery(trpc.todos.ofCase.queryOptions(of));
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const fresh = (todos: Outputs['todos']['ofCase']) => {
    queryClient.setQueryData(trpc.todos.ofCase.queryKey(of), todos);
    void queryClient.invalidateQueries({ queryKey: trpc.todos.mine.queryKey() });
  };
  const done = useMutation(trpc.todos.done.mutationOptions({ onSuccess: fresh }));
  const todos = query.data ?? [];
  const open = todos.filter((t) => !t.done);
  const over = todos.filter((t) => t.done);

  return (
    <Panel
      title={w.todos}
      extra={
        adding ? undefined : (
          <button
            ref={opener}
            type="button"
            className="rd-btn rw-small"
            data-look="plain"
            onClick={() => setAdding(true)}
          >
            {w.todoAdd}
          </button>
        )
      }
    >
      <p className="rd-muted rd-small rw-above">{w.todosNote}</p>
      {query.isError && (
        <NoticeBar tone="warn" word={w.todosFailed}>
          {labels.failure(failureOf(query.error))}
        </NoticeBar>
      )}
      {done.isError && (
        <NoticeBar tone="warn" word={words.notice.error}>
          {labels.failure(failureOf(done.error))}
        </NoticeBar>
      )}
      {query.isSuccess && open.length === 0 && !adding && <p className="rd-muted">{w.todosEmpty}</p>}
      <ul className="rw-plain-list rw-todos">
        {open.map((todo) => (
          <TodoLine key={todo.id} todo={todo} onDone={(is) => done.mutate({ id: todo.id, done: is })} />
        ))}
      </ul>
      {adding && (
        <AddTodo
          caseId={caseId}
          onAdded={fresh}
          onClose={() => {
            setAdding(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        />
      )}
      {over.length > 0 && (
        <details className="rw-todos-done">
          <summary>{w.doneCount(over.length)}</summary>
          <ul className="rw-plain-list rw-todos">
            {over.map((todo) => (
              <TodoLine key={todo.id} todo={todo} onDone={(is) => done.mutate({ id: todo.id, done: is })} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

function TodoLine({ todo, onDone }: { todo: Todo; onDone: (done: boolean) => void }) {
  const { words, language } = useLanguage();
  const w = words.people;
  return (
    <li>
      <Checkbox checked={todo.done} aria-label={w.todoDone(todo.text)} onChange={(e) => onDone(e.target.checked)} />
      <div>
        <span className={todo.done ? 'rd-muted' : undefined}>{todo.text}</span>
        <div className="rd-muted rd-small">
          {[
            todo.dueOn === null ? '' : shortDay(todo.dueOn as CivilDate, language),
            todo.done && todo.doneByName !== null ? w.todoBy(todo.doneByName) : todo.assigneeName,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          {todo.overdue && (
            <>
              {' '}
              <Chip tone="red">{w.todoOverdue}</Chip>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

function AddTodo({
  caseId,
  onAdded,
  onClose,
}: {
  caseId: string;
  onAdded: (todos: Outputs['todos']['ofCase']) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const { words } = useLanguage();
  const labels = useLabels();
  const session = useSession();
  const w = words.people;
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<CivilDate | null>(null);
  const [assignee, setAssignee] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  // One id for one to-do, however often it is sent.
  const id = useRef(newId());
  const people = useQuery(trpc.cases.colleagues.queryOptions(undefined, { staleTime: 600_000 }));
  const add = useMutation(
    trpc.todos.add.mutationOptions({
      onSuccess: (todos) => {
        onAdded(todos);
        onClose();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    if (add.isPending) return;
    const said = text.trim();
    if (said === '' || [...said].length > most) {
      setWrong(said === '' ? w.todoMissing : w.todoTooLong);
      return;
    }
    type Input = Parameters<typeof add.mutate>[0];
    add.mutate({ id: id.current, caseId, text: said, dueOn, assignee } as Input);
  }
  const options = (people.data ?? [])
    .filter((c) => c.accountId !== session.account.id)
    .map((c) => ({ value: c.accountId as string, label: c.name }));
  return (
    <form className="rw-todo-form" onSubmit={submit} noValidate>
      <TextField
        label={w.todoText}
        required
        value={text}
        onChange={(next) => {
          setText(next);
          setWrong(null);
        }}
      />
      {wrong !== null && (
        <p className="rd-field-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="rw-row-fields">
        <DayField label={w.todoDue} value={dueOn} onChange={setDueOn} />
        <SelectField
          label={w.todoFor}
          value={assignee ?? session.account.id}
          clearable={false}
          options={[{ value: session.account.id as string, label: w.todoMe }, ...options]}
          onChange={(next) => setAssignee(next === session.account.id ? null : next)}
        />
      </div>
      {add.isError && (
        <NoticeBar tone="warn" word={words.notice.error}>
          {labels.failure(failureOf(add.error))}
        </NoticeBar>
      )}
      <div className="rw-step-foot">
        <button type="button" className="rd-btn" onClick={onClose}>
          {words.cancel}
        </button>
        <button type="submit" className="rd-btn" data-look="primary" disabled={add.isPending}>
          {w.todoSave}
        </button>
      </div>
    </form>
  );
}
