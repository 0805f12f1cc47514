/** Tells whom an administrator asked to hand over what a colleague leaves behind; with the act itself, both or neither. */
import type { AccountId, CommandId, InstantMs } from '@redress/domain/ids';
import type { ClientBase } from 'pg';
import { tellWith } from './notices.ts';

export interface AskedHandOver {
  readonly commandId: CommandId;
  /** Who leaves. */
  readonly from: AccountId;
  /** Who is asked. */
  readonly by: AccountId;
  readonly cases: number;
  readonly at: InstantMs;
}

export async function tellOfHandOver(client: ClientBase, asked: AskedHandOver): Promise<void> {
  const { commandId, from, by, cases, at } = asked;
  await tellWith(client, [
    {
      kind: 'hand-over-asked',
      params: { from, cases },
      accountId: by,
      streamId: null,
      key: `hand-over|${commandId}`,
      createdAt: at,
    },
  ]);
}
