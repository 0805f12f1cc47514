import { Panel } from '@redress/ui/panel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { failureOf } from '../../lib/failure.ts';
import { dayInList } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { usePermission, useSession } from '../../lib/session.tsx';
import { useTRPC } from '../../lib/trpc.ts';
import { useLabels } from '../../lib/use-labels.ts';
import { CaseLink } from './case-link.tsx';

/** What this person has put down to do, or was given to do. */
export function TodosPanel() {
  const trpc = useTRPC();
  const { words, language } = useLanguage();
  const { today } = useSession();
  const labels = useLabels();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const permitted = usePermission('cases.act');
  const w = words.workbench.todos;
  const todos = useQuery(trpc.todos.mine.queryOptions(undefined, { enabled: permitted }));
  const done = useMutation(
    trpc.todos.done.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.todos.pathKey() }),
      onError: (error) => void message.error(labels.failure(failureOf(error))),
    }),
  );
  if (!permitted || todos.isPending) return null;
  return (
    <Panel title={w.title}>
      {todos.isError && <p className="rd-muted">{labels.failure(failureOf(todos.error))}</p>}
      {todos.data?.length === 0 && <p className="rd-muted">{w.none}</p>}
      {todos.data !== undefined && todos.data.length > 0 && (
        <ul className="rw-lines">
          {todos.data.map((todo) => (
            <li key={todo.id}>
              <div>
                {todo.text}
                <span className="rw-line rd-muted rd-small">
                  <CaseLink row={{ id: todo.caseId, kind: todo.caseKind, number: todo.caseNumber }} />{' '}
                  {todo.dueOn !== null && (
                    <span className={todo.overdue ? 'rd-tone-red' : undefined}>
                      {w.due(dayInList(todo.dueOn, today, language))}
                    </span>
                  )}
                </span>
              </div>
              <button
                type="button"
                className="rd-btn rw-small"
                aria-label={w.doneOf(todo.text)}
                aria-busy={done.isPending || undefined}
                onClick={() => done.mutate({ id: todo.id })}
              >
                {w.done}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
