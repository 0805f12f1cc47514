import { procedure, router } from '../../trpc/procedures.ts';
import {
  addTodo,
  finishTodo,
  myTodos,
  reassignTodo,
  type Todo,
  todosOfCase,
  zAddTodo,
  zDoneTodo,
  zReassignTodo,
  zTodosOfCase,
} from './todos.ts';

export const todosRouter = router({
  /** What the actor still has to do, by its day. */
  mine: procedure('cases.act').query(({ ctx }): Promise<readonly Todo[]> => myTodos(ctx)),
  /** Everything to do in one case, and what was done lately. */
  ofCase: procedure('cases.act')
    .input(zTodosOfCase)
    .query(({ ctx, input }): Promise<readonly Todo[]> => todosOfCase(ctx, input.caseId)),
  add: procedure('cases.act')
    .input(zAddTodo)
    .mutation(({ ctx, input }): Promise<readonly Todo[]> => addTodo(ctx, input)),
  done: procedure('cases.act')
    .input(zDoneTodo)
    .mutation(({ ctx, input }): Promise<readonly Todo[]> => finishTodo(ctx, input)),
  reassign: procedure('cases.act')
    .input(zReassignTodo)
    .mutation(({ ctx, input }): Promise<readonly Todo[]> => reassignTodo(ctx, input)),
});
