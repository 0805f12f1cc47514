/** Lists, search, steps and verification of an office made for it, in medians of milliseconds. Asserts nothing. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { civilDate } from '@redress/domain/calendar/civil-date';
import type { CommandId, StreamId } from '@redress/domain/ids';
import { executeStep } from '../src/case-store/execute.ts';
import type { CaseFilter } from '../src/case-store/list-cases.ts';
import type { Sort, SortDirection } from '../src/case-store/list-orders.ts';
import { type Reader, readAs } from '../src/case-store/read-as.ts';
import { verify } from '../src/case-store/verify.ts';
import { instantAt } from '../src/clock.ts';
import { kinds, shippedLaw } from '../src/data.ts';
import { seedDemo } from '../src/modules/demo/seed.ts';
import { openDatabases } from '../src/postgres/databases.ts';
import { acquireEmbeddedServer } from '../src/postgres/embedded.ts';
import { benchActor, fillOffice, rareName } from './synthetic-office.ts';

const day = civilDate('2026-03-02');

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
}

/** So many rows of the list as somebody scrolling through it fetches them. */
async function pages(reader: Reader, rows: number): Promise<void> {
  let cursor: string | null = null;
  for (let seen = 0; seen < rows; seen += 100) {
    const page = await reader.listCases({ day, filter: {}, sort: 'received', cursor, limit: 100 });
    await reader.titlePartsOf(page.rows);
    cursor = page.nextCursor;
    if (cursor === null) return;
  }
}

/**
 * @param cases how many the lists and searches are measured over
 * @param print takes a name and a median
 */
export async function measureOffice(cases: number, print: (name: string, ms: number) => void): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), `redress-test-${process.pid}-`));
  chmodSync(dataDir, 0o711);
  const server = await acquireEmbeddedServer({ dataDir, purpose: 'test' });
  try {
    // Steps and verification on the demonstration, played; lists on a large office in a database of its own.
    const law = shippedLaw();
    const played = await openDatabases({ adminUrl: server.adminUrl, database: 'played' });
    await seedDemo({ db: played.app, kinds, law, today: day });
    const [busy] = (
      await played.app.pool.query<{ id: StreamId; version: number }>(
        `select s.id, s.version from stream s join participant p on p.stream_id = s.id
        where not p.closed and p.capacity = 'reviewing' order by s.version desc, s.id limit 1`,
      )
    ).rows;
    if (busy === undefined) throw new Error('the demonstration has no open case');
    const organId = (await played.app.pool.query('select organ_id as id from case_index limit 1')).rows[0]?.id;
    const acting = { ...benchActor.acting, organId };
    const actor = { ...benchActor, acting, posts: [acting], scope: [organId] };
    let { version } = busy;
    print(
      'a step, from the first entry to the answer',
      await median(40, async () => {
        const done = await executeStep(played.app, {
          streams: [{ id: busy.id, kind: 'reconsideration', expectedVersion: version }],
          step: { type: 'make-note', input: { text: '再核对一次材料。' } },
          commandId: randomUUID() as CommandId,
          actor,
          clock: () => instantAt(day, 10),
          law,
          kinds,
        });
        version = done.version;
      }),
    );
    print('verifying the demonstration', await median(3, () => verify(played.owner, { kinds, law, files: null })));
    await played.close();

    const large = await openDatabases({ adminUrl: server.adminUrl, database: 'large' });
    await fillOffice(large.owner.pool, cases);
    const reader = readAs(large.app, benchActor);
    const list = (filter: CaseFilter, sort: Sort = 'due', direction?: SortDirection) =>
      median(15, () =>
        reader.listCases({
          day,
          filter,
          sort,
          cursor: null,
          limit: 50,
          ...(direction === undefined ? {} : { direction }),
        }),
      );
    print('a page of the list, by due date', await list({ closed: false }));
    print('a page of the list, by day of receipt', await list({}, 'received'));
    for (const sort of ['accepted', 'closed', 'number'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        print(`a page of the list, by ${sort} ${direction}`, await list({}, sort, direction));
      }
    }
    print('a page of one matter and outcome', await list({ matter: 'levy', outcome: 'mediated' }, 'received'));
    print('a page of what no case has', await list({ matter: 'agreement' }));
    print('ten thousand rows, page by page', await median(3, () => pages(reader, 10_000)));
    print('a page of what is overdue', await list({ light: 'overdue' }));
    print('the figures above the list', await median(5, () => reader.countCases({ day, filter: { closed: false } })));
    const searches: readonly (readonly [string, string])[] = [
      ['a whole number', '云政复〔2026〕1234号'],
      ['the end of a number', '1234号'],
      ['a year', '2026'],
      ['a frequent character', '王'],
      ['a rare character', '禹'],
      ['a name of two characters', '王伟'],
      ['a rare name', rareName],
      ['a name nobody has', '无此人'],
    ];
    for (const [name, q] of searches) print(`search: ${name}`, await list({ q }));
    // What is searched for stands at the far end of the order asked for.
    const far = `${Math.max(2026 - Math.floor(cases / 20_000), 2017)}`;
    print('search: a year at the far end', await list({ q: far }, 'received'));
    print('search: a frequent character at the far end', await list({ q: '王', closed: true }, 'number', 'asc'));
    print(
      'search: what is in every number, of one rare outcome',
      await list({ q: '政复', outcome: 'mediated', matter: 'levy' }, 'due'),
    );
    await large.close();
  } finally {
    await server.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
