/** Who may call what: every procedure of the router × every role, over HTTP, and once from another organ. */
import { type Role, roles } from '@redress/domain/access/roles';
import type { AccountId, StreamId } from '@redress/domain/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DemoPerson, demoPeople, everyDemoPerson, governmentId } from '../modules/demo/demo-office.ts';
import { type Api, anApplication, newCaseId, newCommandId, testApi } from '../testing/api.ts';
import { makeContext } from './context.ts';
import { createCaller } from './procedures.ts';
import { appRouter } from './root.ts';

const casework = ['handler', 'section-head', 'institution-head', 'organ-head'] as const satisfies readonly Role[];
const respondent = ['department-liaison', 'department-head', 'leader'] as const satisfies readonly Role[];
const administrators = ['system-admin', 'security-admin', 'auditor'] as const satisfies readonly Role[];
const everybody = 'everybody, signed in or not';
const noOrgan = { code: '', name: '', shortName: '', level: '', parentCode: '', institution: '', numberPrefix: '' };
const nobody = { username: '', name: '', password: null };
const nobodyYet = { system: nobody, security: nobody, auditor: nobody };
/** A form in which nothing stands yet. */
const anEmptyApplication = {
  reviewingOrganId: 'organ-yunling-government',
  receivedOn: null,
  filedOn: null,
  respondents: [],
  applicants: [],
  representatives: 0,
  act: {
    name: '',
    number: '',
    matter: null,
    category: null,
    content: '',
    amount: null,
    madeOn: null,
    madeOnTheSpot: false,
    immovable: false,
    knownOn: null,
    notInformed: null,
    obstacles: [],
    inaction: null,
  },
  hasRequests: false,
  hasGrounds: false,
  suit: null,
};

interface Row {
  readonly roles: readonly Role[] | typeof everybody;
  /** A sound input, given a case of the organ. */
  readonly input?: (id: StreamId) => unknown;
  /** The procedure names a case: from another organ it answers like an unknown one. */
  readonly namesCase?: true;
}

/** No register was uploaded: whoever may import is told that it is not there. */
const anImport = 'imp-none';

/** The table, by hand. A procedure without a row fails, and so does a row without a procedure. */
const table: Readonly<Record<string, Row>> = {
  'session.info': { roles: everybody },
  'session.me': { roles },
  'cases.list': { roles: [...casework, ...respondent], input: () => ({}) },
  'cases.counts': { roles: [...casework, ...respondent] },
  'cases.view': { roles: [...casework, ...respondent], input: (id) => ({ id }), namesCase: true },
  'cases.preview': {
    roles: [...casework, ...respondent],
    input: (id) => ({ id, step: { type: 'make-note', input: { text: '便笺' } } }),
    namesCase: true,
  },
  'cases.register': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ commandId: newCommandId(), id: newCaseId(), input: anApplication() }),
  },
  'cases.execute': {
    roles: [...casework, ...respondent],
    input: (id) => ({
      commandId: newCommandId(),
      id,
      expectedVersion: 1,
      step: { type: 'make-note', input: { text: '便笺' } },
    }),
    namesCase: true,
  },
  'lawsuits.list': { roles: [...casework, ...respondent], input: () => ({}) },
  'lawsuits.counts': { roles: [...casework, ...respondent] },
  // Given a reconsideration's id: a lawsuit's own page is not there, for its reviewer as for anybody else.
  'lawsuits.view': { roles: [...casework, ...respondent], input: (id) => ({ id }), namesCase: true },
  'lawsuits.linked': { roles: [...casework, ...respondent], input: (id) => ({ id }), namesCase: true },
  'lawsuits.dispute': { roles: [...casework, ...respondent], input: (id) => ({ id }), namesCase: true },
  'lawsuits.preview': {
    roles: [...casework, ...respondent],
    input: (id) => ({ id, step: { type: 'make-note', input: { text: '便笺' } } }),
    namesCase: true,
  },
  'lawsuits.execute': {
    roles: [...casework, ...respondent],
    input: (id) => ({
      commandId: newCommandId(),
      id,
      expectedVersion: 1,
      step: { type: 'make-note', input: { text: '便笺' } },
    }),
    namesCase: true,
  },
  'lawsuits.byCourtNumber': {
    roles: [...casework, ...respondent],
    input: () => ({ number: '（2026）云0423行初1号' }),
  },
  'lawsuits.propose': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: (id) => ({ reconsiderationId: id }),
  },
  'lawsuits.similar': { roles: ['handler', 'section-head', 'institution-head'], input: () => ({ actNumber: '1号' }) },
  'lawsuits.undertaking': { roles: casework, input: () => ({ organId: governmentId }) },
  'lawsuits.register': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ commandId: newCommandId(), id: newCaseId(), input: {} }),
  },
  'documents.fields': {
    roles: [...casework, ...respondent],
    input: (id) => ({ lawsuitId: id, kind: 'identity-proof', organId: governmentId }),
    namesCase: true,
  },
  'documents.issue': {
    roles: [...casework, 'department-liaison', 'department-head'],
    input: (id) => ({
      lawsuitId: id,
      kind: 'identity-proof',
      organId: governmentId,
      expectedVersion: 1,
      commandId: newCommandId(),
      fields: {},
    }),
    namesCase: true,
  },
  'proceedings.sittings': { roles: casework, input: () => ({}) },
  'proceedings.letters': { roles: respondent },
  'appearances.sessions': {
    roles: [...casework, ...respondent],
    input: () => ({ from: '2026-03-01', to: '2026-03-31' }),
  },
  'appearances.duties': { roles: [...casework, ...respondent], input: () => ({}) },
  'appearances.rates': {
    roles: [...casework, ...respondent],
    input: () => ({ from: '2026-01-01', to: '2026-12-31' }),
  },
  'appearances.rateList': {
    roles: [...casework, ...respondent],
    input: () => ({ from: '2026-01-01', to: '2026-12-31', kind: 'per-duty' }),
  },
  'appearances.leaders': {
    roles: [...casework, ...respondent],
    input: () => ({ organId: governmentId, on: '2026-03-02' }),
  },
  'appearances.substitutes': {
    roles: [...casework, ...respondent],
    input: (id) => ({ lawsuitId: id, sessionId: 'no-session', organId: governmentId }),
    namesCase: true,
  },
  'appearances.unrecorded': { roles: [...casework, ...respondent] },
  'appearances.observed': {
    roles: [...casework, ...respondent],
    input: () => ({ from: '2026-03-01', to: '2026-03-31' }),
  },
  'appearances.major': { roles: [...casework, ...respondent] },
  'appearances.engagements': {
    roles: [...casework, ...respondent],
    input: () => ({ from: '2026-03-01', to: '2026-03-31' }),
  },
  'appearances.addEngagement': {
    roles: [...casework, ...respondent],
    input: () => ({
      id: 'engagement-of-nobody',
      accountId: 'account-of-nobody',
      on: '2026-03-02',
      from: '09:00',
      until: '10:00',
      what: '会议',
    }),
  },
  'appearances.removeEngagement': {
    roles: [...casework, ...respondent],
    input: () => ({ id: 'engagement-of-nobody' }),
  },
  'feeds.list': { roles: [...casework, ...respondent] },
  'feeds.create': {
    roles: [...casework, ...respondent],
    input: () => ({ id: newCommandId(), organId: 'organ-of-nobody' }),
  },
  'feeds.revoke': { roles: [...casework, ...respondent], input: () => ({ id: 'feed-of-nobody' }) },
  // A department's head signs its answers to a court; a deputy leader signs nothing.
  'approvals.list': {
    roles: ['section-head', 'institution-head', 'organ-head', 'department-head'],
    input: () => ({}),
  },
  'workbench.mine': { roles, input: () => ({}) },
  'workbench.below': { roles: [...casework, ...respondent] },
  'search.find': { roles: [...casework, ...respondent], input: () => ({ q: '王' }) },
  'notices.unread': { roles },
  'notices.list': { roles, input: () => ({}) },
  'notices.markRead': { roles, input: () => ({ ids: ['nobody’s'] }) },
  'notices.markAllRead': { roles, input: () => ({ until: 0 }) },
  // Only who works on cases reminds; to another office’s people the case is unknown (notices.test.ts).
  'notices.remind': {
    roles: casework,
    input: (id) => ({ caseId: id, commandId: newCommandId(), text: '' }),
  },
  'notices.mailSettings': { roles },
  'notices.saveMailSettings': { roles, input: () => ({ address: '', digest: true, language: 'zh-CN' }) },
  'backups.overview': { roles: ['system-admin'] },
  'backups.start': { roles: ['system-admin'] },
  'drafts.get': { roles, input: () => ({ key: 'case:new' }) },
  'drafts.put': { roles, input: () => ({ key: 'case:new', body: { requests: '撤销' } }) },
  'drafts.remove': { roles, input: () => ({ key: 'case:new' }) },
  'office.organs': { roles },
  'office.handlers': { roles },
  'office.referenceList': { roles, input: () => ({ list: 'category' }) },
  'office.ownPosts': { roles },
  'office.colleagues': { roles },
  'office.actOnDelegation': {
    roles,
    input: () => ({
      commandId: newCommandId(),
      id: 'post-of-nobody',
      expectedVersion: 1,
      type: 'revoke-delegation',
      input: { occurredOn: '2026-03-02', seq: 2, why: '' },
    }),
  },
  'office.leftWork': { roles: ['section-head', 'institution-head', 'organ-head'] },
  'office.organTree': { roles: administrators },
  'office.organImpact': { roles: ['system-admin'], input: () => ({ id: governmentId }) },
  'office.actOnOrgan': {
    roles: ['system-admin'],
    input: () => ({
      commandId: newCommandId(),
      id: 'organ-of-nobody',
      expectedVersion: 1,
      type: 'abolish-organ',
      input: { occurredOn: '2026-03-02', successorId: null, why: '' },
    }),
  },
  'office.accounts': { roles: administrators, input: () => ({}) },
  'office.actOnAccount': {
    roles: ['security-admin'],
    input: () => ({
      commandId: newCommandId(),
      id: 'account-of-nobody',
      expectedVersion: 1,
      type: 'unlock-account',
      input: { occurredOn: '2026-03-02', why: '本人申请' },
    }),
  },
  'office.openWork': {
    roles: ['system-admin', 'security-admin'],
    input: () => ({ accountId: demoPeople.handler.accountId }),
  },
  'office.posts': { roles: administrators, input: () => ({}) },
  'office.actOnPost': {
    roles: ['system-admin'],
    input: () => ({
      commandId: newCommandId(),
      id: 'post-of-nobody',
      expectedVersion: 1,
      type: 'leave-post',
      input: { occurredOn: '2026-03-02', why: '' },
    }),
  },
  'office.delegations': { roles: administrators },
  'office.numbers': { roles: administrators },
  'office.keptList': { roles: administrators, input: () => ({ list: 'category' }) },
  'office.actOnList': {
    roles: ['system-admin'],
    input: () => ({
      commandId: newCommandId(),
      list: 'category',
      expectedVersion: 7,
      type: 'retire-item',
      input: { occurredOn: '2026-03-02', key: 'tobacco', why: '' },
    }),
  },
  'office.record': { roles: ['auditor'], input: () => ({}) },
  'office.signIns': { roles: ['security-admin', 'auditor'] },
  'firstStart.state': { roles: everybody },
  'firstStart.template': { roles: everybody },
  'firstStart.check': { roles: everybody, input: () => ({ code: 'AAAA-AAAA', organ: noOrgan, csv: '' }) },
  'firstStart.begin': {
    roles: everybody,
    input: () => ({ code: 'AAAA-AAAA', organ: noOrgan, csv: '', administrators: nobodyYet }),
  },
  'firstStart.demo': { roles: everybody, input: () => ({ code: 'AAAA-AAAA' }) },
  'imports.list': { roles: ['section-head', 'institution-head'] },
  'imports.view': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport }) },
  'imports.choose': {
    roles: ['section-head', 'institution-head'],
    input: () => ({ id: anImport, sheet: 'CSV', headerFrom: 1, headerTo: 1 }),
  },
  'imports.words': {
    roles: ['section-head', 'institution-head'],
    input: () => ({ id: anImport, mapping: { columns: {} } }),
  },
  'imports.check': {
    roles: ['section-head', 'institution-head'],
    input: () => ({ id: anImport, mapping: { columns: {} } }),
  },
  'imports.rows': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport }) },
  'imports.row': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport, n: 2 }) },
  'imports.run': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport }) },
  'imports.pause': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport }) },
  'imports.discard': { roles: ['section-head', 'institution-head'], input: () => ({ id: anImport }) },
  'law.explain': { roles, input: () => ({ ruleId: 'reconsideration.decide-ordinary', from: '2026-03-02' }) },
  'law.application': {
    roles,
    input: () => ({
      filedOn: null,
      act: { madeOn: null, immovable: false, knownOn: '2026-03-02', notInformed: null, obstacles: [], inaction: null },
    }),
  },
  'law.rules': { roles },
  'intake.scans': { roles: ['handler', 'section-head', 'institution-head'], input: () => ({}) },
  'intake.count': { roles: ['handler', 'section-head', 'institution-head'] },
  'intake.scan': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ id: `scan-${'0'.repeat(24)}` }),
  },
  'intake.takeIn': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ receivedOn: '2026-03-02', channel: 'post', fileIds: ['file-unknown'] }),
  },
  'intake.note': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ id: `scan-${'0'.repeat(24)}`, receivedOn: '2026-03-02', channel: 'post' }),
  },
  'intake.strike': {
    roles: ['handler', 'section-head', 'institution-head'],
    input: () => ({ id: `scan-${'0'.repeat(24)}`, why: '重复扫描' }),
  },
  'intake.check': { roles: ['handler', 'section-head', 'institution-head'], input: () => anEmptyApplication },
  'intake.checkCase': { roles: casework, input: (id) => ({ id }) },
  'cases.foresee': {
    roles: casework,
    input: (id) => ({ items: [{ id, step: { type: 'make-note', input: { text: '便笺' } } }] }),
  },
  'cases.unsent': { roles: casework, input: (id) => ({ ids: [id] }) },
  'cases.linked': { roles: [...casework, ...respondent], input: (id) => ({ id }), namesCase: true },
  'cases.colleagues': { roles: casework },
  'cases.toHandOver': {
    roles: ['section-head', 'institution-head', 'organ-head'],
    input: () => ({ from: demoPeople.handler.accountId }),
  },
  'cases.handOver': {
    roles: ['section-head', 'institution-head', 'organ-head'],
    input: () => ({
      commandId: newCommandId(),
      from: demoPeople.secondHandler.accountId,
      to: [demoPeople.handler.accountId],
      why: '调离',
    }),
  },
  'todos.mine': { roles: casework },
  'todos.ofCase': { roles: casework, input: (id) => ({ caseId: id }) },
  'todos.add': { roles: casework, input: (id) => ({ id: newCommandId(), caseId: id, text: '核对送达回证' }) },
  'todos.done': { roles: casework, input: () => ({ id: 'todo-of-the-table' }) },
  'todos.reassign': {
    roles: casework,
    input: () => ({ id: 'todo-of-the-table', to: demoPeople.handler.accountId }),
  },
  'preferences.get': { roles, input: () => ({ key: 'cases.list' }) },
  'preferences.put': { roles, input: () => ({ key: 'cases.list', body: { columns: [] } }) },
  'preferences.savedFilters': { roles: [...casework, ...respondent] },
  'preferences.saveFilter': {
    roles: [...casework, ...respondent],
    input: () => ({ id: 'filter-of-the-table', name: '临期', shared: false, search: { light: 'near' } }),
  },
  'preferences.removeFilter': { roles: [...casework, ...respondent], input: () => ({ id: 'filter-of-the-table' }) },
};

type Procedures = Readonly<
  Record<string, { readonly _def: { readonly type: 'query' | 'mutation'; readonly meta?: unknown } }>
>;
const procedures = appRouter._def.procedures as unknown as Procedures;

const holderOf = (role: Role): DemoPerson => {
  const person = everyDemoPerson.find((p) => p.role === role && p !== demoPeople.marketLiaison);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return person;
};

let api: Api;
let id: StreamId;
beforeAll(async () => {
  api = await testApi();
  id = (await api.aCase()).id;
});

const callAs = async (person: DemoPerson | null, path: string, caseId: StreamId) => {
  const browser = person === null ? api.browser() : await api.as(person);
  const answer = await browser.call(path, procedures[path]?._def.type ?? 'query', table[path]?.input?.(caseId));
  return answer.ok ? 'answered' : answer.failure.code;
};
const refusals: ReadonlySet<string> = new Set(['not-signed-in', 'not-permitted']);

describe('the table and the router name the same procedures', () => {
  it('has a row for every procedure and a procedure for every row', () => {
    expect(Object.keys(procedures).length).toBeGreaterThan(10);
    expect(Object.keys(table).sort()).toEqual(Object.keys(procedures).sort());
  });

  it('finds a declared requirement on every procedure', () => {
    for (const [path, { _def }] of Object.entries(procedures)) {
      expect(_def.meta, path).toMatchObject({ requires: expect.arrayContaining([expect.any(String)]) });
    }
  });
});

describe.each(Object.keys(table))('%s', (path) => {
  const row = table[path] as Row;

  it('answers nobody who has not signed in, unless it is open to everybody', async () => {
    expect(await callAs(null, path, id)).toBe(row.roles === everybody ? 'answered' : 'not-signed-in');
  });

  it.each(roles)('treats a %s as the table says', async (role) => {
    const answer = await callAs(holderOf(role), path, id);
    if (row.roles === everybody || row.roles.includes(role)) expect(refusals.has(answer), answer).toBe(false);
    else expect(answer).toBe('not-permitted');
  });

  if (row.namesCase) {
    it('answers another organ as if the case did not exist', async () => {
      const foreign = await callAs(demoPeople.marketLiaison, path, id);
      const unknown = await callAs(demoPeople.marketLiaison, path, newCaseId());
      expect(foreign).toBe('not-found');
      expect(unknown).toBe('not-found');
    });
  }
});

describe('an account without a post today', () => {
  it('is told that it may not, rather than asked to sign in again', async () => {
    const session = { id: 'session-1', accountId: 'account-without-post' as AccountId, demo: false };
    const context = await makeContext(api.services, session, undefined);
    await expect(createCaller(appRouter)(context).session.me()).rejects.toMatchObject({ message: 'not-permitted' });
  });
});
