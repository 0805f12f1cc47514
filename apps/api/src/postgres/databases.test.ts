import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { APP_ROLE, type Databases, openDatabases } from './databases.ts';

const admin = inject('postgresUrl');
const made: string[] = [];
const roles: string[] = [];
const opened: Databases[] = [];
const fresh = () => {
  const name = `redress_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  made.push(name);
  return name;
};
const asAdmin = async (text: string) => {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
};
const open = async (...args: Parameters<typeof openDatabases>) => {
  const databases = await openDatabases(...args);
  opened.push(databases);
  return databases;
};
const whoAmI = async (databases: Databases) =>
  (
    await databases.app.pool.query<{ who: string; session: string }>(
      'select current_user as who, session_user as session',
    )
  ).rows[0];
const inDatabase = (url: string, database: string) => {
  const to = new URL(url);
  to.pathname = `/${database}`;
  return to.href;
};

afterAll(async () => {
  for (const databases of opened) await databases.close();
  for (const name of made) await asAdmin(`drop database if exists ${name} with (force)`);
  for (const role of roles) await asAdmin(`drop role if exists ${role}`);
});

describe('a server of our own', () => {
  test('is prepared by any number of starters at once, and each role signs in for itself', async () => {
    const database = fresh();
    const all = await Promise.all([1, 2, 3].map(() => open({ adminUrl: admin, database })));
    expect(all.map((one) => one.migrated).filter((n) => n > 0)).toHaveLength(1);
    for (const one of all) {
      expect(one.separation).toBe('login');
      expect(await whoAmI(one)).toEqual({ who: APP_ROLE, session: APP_ROLE });
    }
    await expect(all[0]?.app.pool.query('update entry set seq = 0')).rejects.toMatchObject({ code: '42501' });
    const again = await open({ adminUrl: admin, database });
    expect(again.migrated).toBe(0);
  });
});

describe("an office's own server", () => {
  test('given by its address: the application acts as a role that owns nothing', async () => {
    const database = fresh();
    await asAdmin(`create database ${database}`);
    const one = await open({ databaseUrl: inDatabase(admin, database) });
    expect(one.separation).toBe('set-role');
    expect((await whoAmI(one))?.who).toBe(APP_ROLE);
  });

  test('whose user may make no roles: says so, works as one role, and the triggers still refuse', async () => {
    const database = fresh();
    const role = `redress_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    roles.push(role);
    await asAdmin(`create role ${role} login password 'only-for-this-test'`);
    await asAdmin(`create database ${database} owner ${role}`);
    const url = new URL(inDatabase(admin, database));
    url.username = role;
    url.password = 'only-for-this-test';
    const said: string[] = [];
    const one = await open({ databaseUrl: url.href }, { log: (line) => said.push(line) });
    expect(one.separation).toBe('one-role');
    expect(said).toHaveLength(1);
    expect((await whoAmI(one))?.who).toBe(role);
    await expect(one.app.pool.query('delete from entry')).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('append-only'),
    });
  });

  test('that is not encoded in UTF8 is refused with a sentence', async () => {
    const database = fresh();
    await asAdmin(
      `create database ${database} encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' locale_provider libc template template0`,
    );
    await expect(open({ databaseUrl: inDatabase(admin, database) })).rejects.toMatchObject({ code: 'not-utf8' });
  });

  test('migrated by a later program is not touched', async () => {
    const database = fresh();
    await asAdmin(`create database ${database}`);
    const url = inDatabase(admin, database);
    const one = await open({ databaseUrl: url });
    await one.owner.pool.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9e15)`);
    await expect(open({ databaseUrl: url })).rejects.toMatchObject({ code: 'newer-schema' });
  });

  test('whose user may make no tables in it is refused with a sentence', async () => {
    const database = fresh();
    const role = `redress_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    roles.push(role);
    await asAdmin(`create role ${role} login password 'only-for-this-test'`);
    await asAdmin(`create database ${database}`);
    const url = new URL(inDatabase(admin, database));
    url.username = role;
    url.password = 'only-for-this-test';
    await expect(open({ databaseUrl: url.href })).rejects.toMatchObject({ code: 'no-rights' });
  });

  test('that nobody answers at is named', async () => {
    await expect(open({ databaseUrl: 'postgres://a:b@127.0.0.1:1/c' })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('values', () => {
  test('days stay days, counts are numbers, exact numbers stay text', async () => {
    const database = fresh();
    await asAdmin(`create database ${database}`);
    const one = await open({ databaseUrl: inDatabase(admin, database) });
    const answer = await one.app.pool.query(
      `select date '2026-03-01' as day, date 'infinity' as never, count(*) as n, 9007199254740991::int8 as big, 1.10 as exact`,
    );
    expect(answer.rows).toEqual([
      { day: '2026-03-01', never: 'infinity', n: 1, big: 9_007_199_254_740_991, exact: '1.10' },
    ]);
    await expect(one.app.pool.query('select 9007199254740993::int8')).rejects.toThrow(RangeError);
  });
});
