import type { FieldProblem } from '@redress/domain/errors';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { failureOf, type PageFailure } from '../../lib/failure.ts';
import { useWords } from '../../lib/language.tsx';
import { newId, useTRPC } from '../../lib/trpc.ts';

export interface Act<T> {
  take(input: T): void;
  readonly busy: boolean;
  readonly failure: PageFailure | null;
  problems(field: string): readonly FieldProblem[];
  /** For the form's own check, before anything is sent. */
  setProblems(problems: readonly FieldProblem[]): void;
}

/**
 * An act of the administration. Sent again unchanged it is the same command, so it acts once; what was read of the office
 * is read anew afterwards, and when somebody else was first.
 */
export function useAct<T, R>(send: (input: T, commandId: string) => Promise<R>, onDone: (answer: R) => void): Act<T> {
  const trpc = useTRPC();
  const words = useWords();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const command = useRef<{ body: string; id: string } | null>(null);
  const [own, setOwn] = useState<readonly FieldProblem[]>([]);
  const mutation = useMutation({
    mutationFn: (input: T) => {
      const body = JSON.stringify(input);
      if (command.current?.body !== body) command.current = { body, id: newId() };
      return send(input, command.current.id);
    },
    onMutate: () => setOwn([]),
    onSuccess: (answer) => {
      command.current = null;
      void queryClient.invalidateQueries({ queryKey: trpc.office.pathKey() });
      void message.success(words.office.saved);
      onDone(answer);
    },
    onError: (error) => {
      const failure = failureOf(error);
      if (failure.code === 'stale-version') {
        command.current = null;
        void queryClient.invalidateQueries({ queryKey: trpc.office.pathKey() });
      }
      if ('fields' in failure && failure.fields !== undefined) {
        setOwn(failure.fields.map((p) => ({ ...p, field: p.field.replace(/^input\./, '') })));
      }
    },
  });
  return {
    take: (input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    busy: mutation.isPending,
    failure: mutation.isError ? failureOf(mutation.error) : null,
    problems: (field) => own.filter((p) => p.field === field),
    setProblems: setOwn,
  };
}

/** The fields of these that are empty, as problems. */
export const missingOf = (values: Readonly<Record<string, unknown>>): FieldProblem[] =>
  Object.entries(values)
    .filter(([, value]) => value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
    .map(([field]) => ({ field, rule: 'required' }));
