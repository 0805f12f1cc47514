/**
 * What an empty database offers on its first page: the demonstration, or an office of one's own. Either is for good, so
 * whoever begins one shows a code that only the window in which the application was started has said.
 */
import { randomInt } from 'node:crypto';
import { RedressError } from '@redress/domain/errors';
import type { InitPlan } from '@redress/domain/office/init-plan';
import { hasSignIns } from '../../auth/administration.ts';
import { countStreams, isEmpty } from '../../case-store/beginnings.ts';
import { type InitDeps, type InitDone, initOffice, officeBegunFailure } from './init-office.ts';

export interface FirstStartOptions extends InitDeps {
  /** Makes the demonstration; null where its accounts could not sign in. */
  readonly seedDemo: (() => Promise<unknown>) | null;
  /** An office is there now: whoever keeps the office in memory reads it anew. */
  readonly onBegun: () => void;
  /** To the window in which the application was started. */
  readonly say: (line: string) => void;
}

export type FirstStartState =
  /** Somebody can sign in. */
  | { readonly is: 'begun' }
  | { readonly is: 'empty'; readonly demoOffered: boolean }
  /** The demonstration is being made: so many ledgers are there. */
  | { readonly is: 'making'; readonly made: number }
  /** It was begun and not finished; it goes on where it stopped when it is asked for again. */
  | { readonly is: 'interrupted'; readonly demoOffered: boolean };

/** Wrong codes before another one is made. */
const MOST_WRONG = 10;
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newCode = () => {
  const part = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${part()}-${part()}`;
};
const plain = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

const refused = (code: string) =>
  new RedressError({ code: 'not-permitted', reason: { code, article: null, params: {} } });

export class FirstStart {
  readonly #o: FirstStartOptions;
  #code = newCode();
  #wrong = 0;
  /** True once and for ever: what was begun is not undone. */
  #begun = false;
  #making: Promise<unknown> | null = null;

  constructor(o: FirstStartOptions) {
    this.#o = o;
  }

  /** Says the code where only the operator reads it. */
  announce(): void {
    this.#o.say(`启动码 Setup code: ${this.#code}`);
  }

  async state(): Promise<FirstStartState> {
    if (this.#begun) return { is: 'begun' };
    const { db, seedDemo } = this.#o;
    if (this.#making !== null) return { is: 'making', made: await countStreams(db) };
    if (await hasSignIns(db)) {
      this.#begun = true;
      this.#o.onBegun();
      return { is: 'begun' };
    }
    return { is: (await isEmpty(db)) ? 'empty' : 'interrupted', demoOffered: seedDemo !== null };
  }

  /** Throws `not-permitted` for a wrong code; after a few wrong ones it is another, said where the first was. */
  checkCode(code: string): void {
    if (plain(code) === plain(this.#code)) return;
    this.#wrong += 1;
    if (this.#wrong >= MOST_WRONG) {
      this.#wrong = 0;
      this.#code = newCode();
      this.announce();
    }
    throw refused('setup-code-wrong');
  }

  /** Begins the office. Everything was checked; whoever comes second is told so. */
  async begin(code: string, plan: InitPlan): Promise<InitDone> {
    if (this.#begun) throw officeBegunFailure();
    if (this.#making !== null) throw refused('office-being-made');
    this.checkCode(code);
    const work = initOffice(this.#o, plan);
    this.#making = work.finally(() => {
      this.#making = null;
    });
    this.#making.catch(() => undefined);
    const done = await work;
    this.#begun = true;
    this.#o.onBegun();
    return done;
  }

  /** Begins to make the demonstration; `state` says how far it is. */
  async makeDemo(code: string): Promise<void> {
    const { seedDemo } = this.#o;
    if (seedDemo === null) throw refused('demo-not-offered');
    const now = await this.state();
    if (now.is === 'begun') throw officeBegunFailure();
    this.checkCode(code);
    if (this.#making !== null) return;
    this.#making = seedDemo().finally(() => {
      this.#making = null;
    });
    this.#making.catch((error: unknown) => {
      this.#o.say(
        `演示没有建成 The demonstration was not made: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }
}
