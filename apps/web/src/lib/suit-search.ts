/** The list of lawsuits as an address: a figure's filter becomes the address of the list it counts. */
import type { Inputs } from './trpc.ts';

export type SuitListFilter = NonNullable<Inputs['lawsuits']['list']['filter']>;

export function suitSearchOf(filter: SuitListFilter): Readonly<Record<string, string | number | boolean>> {
  const { handler, receivedFrom, receivedTo, closed, whose, ...same } = filter;
  const given = Object.entries(same).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(given) as Record<string, string | number | boolean>),
    ...(whose === 'below' ? { below: true } : {}),
    ...(handler === undefined ? {} : handler === 'me' ? { mine: true } : { handler }),
    ...(receivedFrom === undefined ? {} : { from: receivedFrom }),
    ...(receivedTo === undefined ? {} : { to: receivedTo }),
    ...(closed === true ? { closed: true } : closed === undefined && filter.q === undefined ? { all: true } : {}),
  };
}
