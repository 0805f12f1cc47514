/** The checks of an application, beside the form and again before acceptance: the domain's, over what this organ has. */

import { RedressError } from '@redress/domain/errors';
import type { StreamId } from '@redress/domain/ids';
import type { ApplicationToCheck, OrganToCheck } from '@redress/domain/reconsideration/checks/application';
import type { Check } from '@redress/domain/reconsideration/checks/check';
import { checkApplication } from '@redress/domain/reconsideration/checks/check-application';
import { applicationOfCase } from '@redress/domain/reconsideration/checks/of-case';
import { alikeAmong, type Likeness } from '@redress/domain/reconsideration/checks/similar';
import { readAs } from '../../case-store/read-as.ts';
import { similarCandidates } from '../../case-store/similar-cases.ts';
import type { ActorContext } from '../../trpc/procedures.ts';
import { titlesOf } from '../cases/list-titles.ts';
import { openCase } from '../cases/open-case.ts';
import { organsOn } from '../office/names.ts';

export interface Checked {
  readonly checks: readonly Check[];
  readonly alike: readonly (Likeness & { readonly title: string })[];
}

/** The nearest cases are enough to look at. */
const most = 8;

async function checkAgainst(
  ctx: ActorContext,
  application: ApplicationToCheck,
  except: StreamId | null,
): Promise<Checked> {
  const { services, actor } = ctx;
  const today = services.clock.today();
  const candidates = await similarCandidates(services.db, actor, {
    day: today,
    number: application.act.number,
    applicants: application.applicants,
    respondents: application.respondents,
    except,
  });
  const alike = alikeAmong(application, candidates, most);
  const organs = new Map<string, OrganToCheck>(organsOn(ctx.office, today).map((o) => [o.id, o]));
  const found = new Map(candidates.map((c) => [c.id, c]));
  const titles = await titlesOf(
    readAs(services.db, actor),
    alike.map(({ id }) => {
      const one = found.get(id);
      return { streamId: id, organId: one?.organId ?? actor.acting.organId, title: one?.act.name ?? '' };
    }),
    ctx.office,
    today,
  );
  return {
    checks: checkApplication(application, { organs, law: services.law, alike }),
    alike: alike.map((l) => ({ ...l, title: titles.get(l.id) ?? '' })),
  };
}

/** The application goes to the organ the actor acts for: another's cases are matched by nothing. */
export function checkForm(ctx: ActorContext, application: ApplicationToCheck): Promise<Checked> {
  return checkAgainst(ctx, { ...application, reviewingOrganId: ctx.actor.acting.organId }, null);
}

/** The same of a registered case, by the organ that reviews it. */
export async function checkCase(ctx: ActorContext, id: StreamId): Promise<Checked> {
  const { state, audience } = await openCase(ctx, id);
  if (audience !== 'reviewing') throw new RedressError({ code: 'not-permitted' });
  const kept = await readAs(ctx.services.db, ctx.actor).keptOf(id);
  const application = applicationOfCase(state, (ref) => kept.persons.get(ref.personRecordId) ?? null);
  if (application === null) throw new RedressError({ code: 'not-found' });
  return checkAgainst(ctx, application, id);
}
