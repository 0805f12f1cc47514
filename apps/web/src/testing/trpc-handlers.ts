/** Typed stand-ins for the API's procedures: what they take and give is what the router says. */
import type { Failure } from '@redress/domain/errors';
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { Inputs, Outputs } from '../lib/trpc.ts';

type Path = { [R in keyof Outputs & string]: `${R}.${keyof Outputs[R] & string}` }[keyof Outputs & string];
type At<T, P extends string> = P extends `${infer R}.${infer K}`
  ? R extends keyof T
    ? K extends keyof T[R]
      ? T[R][K]
      : never
    : never
  : never;

/** What leaves the domain is read-only; only the wire's own types are not. */
type Deep<T> = unknown extends T
  ? unknown
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer U)[]
      ? readonly Deep<U>[]
      : { readonly [K in keyof T]: Deep<T[K]> | (undefined extends T[K] ? undefined : never) };

/** Thrown by an answer: the API's failure instead of its result. */
export class Failing extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Answers one procedure. The answer is computed for each call, from what was really sent. */
export function onTrpc<P extends Path>(
  path: P,
  answer: (input: At<Inputs, P>, request: Request) => Deep<At<Outputs, P>> | Promise<Deep<At<Outputs, P>>>,
): RequestHandler {
  return http.post(`*/api/trpc/${path}`, async ({ request }) => {
    const text = await request.clone().text();
    try {
      const data = await answer((text === '' ? undefined : JSON.parse(text)) as At<Inputs, P>, request);
      return HttpResponse.json({ result: { data: data ?? null } });
    } catch (error) {
      if (!(error instanceof Failing)) throw error;
      const { failure } = error;
      return HttpResponse.json(
        {
          error: {
            code: -32000,
            message: failure.code,
            data: { code: 'BAD_REQUEST', httpStatus: 400, path, failure },
          },
        },
        { status: 400 },
      );
    }
  });
}
