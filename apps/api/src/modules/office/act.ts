/** One act of an administrator: the rules of the whole office, then the ledgers, then sign-in; one transaction. */
import type { Office } from '@redress/domain/access/scope';
import { type Failure, RedressError } from '@redress/domain/errors';
import type { CommandId, StreamId } from '@redress/domain/ids';
import type { Step } from '@redress/domain/ledger/kinds';
import type { ClientBase } from 'pg';
import { executeTogether } from '../../case-store/execute-together.ts';
import type { ActorContext } from '../../trpc/procedures.ts';

export interface OfficeStep {
  readonly id: string;
  readonly kind: string;
  /** null for a ledger that is to be new. */
  readonly expectedVersion: number | null;
  readonly step: Step;
}

export interface OfficeAct {
  readonly commandId: CommandId;
  /** The first is the act itself; what follows it has the same fate. Built from the office as it stands under the lock. */
  steps(office: Office): readonly OfficeStep[];
  /** What the whole office says against it; null = nothing. Not asked again for a command that is known. */
  against?(office: Office): Promise<Failure['reason'] | null>;
  /** What belongs to it in the tables of sign-in. `known`: the command was carried out before; its effect is not repeated. */
  also?(client: ClientBase, known: boolean): Promise<void>;
}

export const refused = (reason: NonNullable<Failure['reason']>): RedressError =>
  new RedressError({ code: 'step-refused', reason });

/** Does the act once, however often it is sent. @throws RedressError as a step of a case does. */
export async function actOnOffice(ctx: ActorContext, act: OfficeAct): Promise<void> {
  const { services, actor } = ctx;
  const { also } = act;
  let known = false;
  await executeTogether(services.db, {
    account: actor.accountId,
    lock: 'office-acts',
    clock: services.clock.now,
    prepare: async (isKnown) => {
      known = await isKnown(act.commandId);
      const office = await services.directory.fresh();
      const reason = known ? null : ((await act.against?.(office)) ?? null);
      if (reason !== null) throw refused(reason);
      return act.steps(office).map(({ id, kind, expectedVersion, step }, i) => ({
        streams: [{ id: id as StreamId, kind, expectedVersion }],
        step,
        commandId: (i === 0 ? act.commandId : `${act.commandId}:${i}`) as CommandId,
        actor,
        clock: services.clock.now,
        law: services.law,
        kinds: services.kinds,
      }));
    },
    ...(also === undefined ? {} : { also: (client) => also.call(act, client, known) }),
  });
  services.directory.forget();
}
