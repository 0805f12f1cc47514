/**
 * A small office in memory behind the API's procedures: one case played by the domain itself, so that a page under
 * test shows what `decide`, `nextSteps` and `viewOf` really say.
 */
import type { Actor } from '@redress/domain/access/actor';
import { permissionsOf } from '@redress/domain/access/permissions';
import { addDays, type CivilDate, civilDate } from '@redress/domain/calendar/civil-date';
import type { CaseNames } from '@redress/domain/case-view/names';
import type { Failure } from '@redress/domain/errors';
import type { AccountId, OrganId, StreamId } from '@redress/domain/ids';
import { type Computation, computeLimit } from '@redress/domain/law/compute';
import { dayGrid } from '@redress/domain/law/day-grid';
import { isRuleId } from '@redress/domain/law/law-book';
import type { Audience } from '@redress/domain/ledger/audience';
import { referenceRows, shippedList } from '@redress/domain/office/reference-list';
import { limitOfApplication, zApplicationFacts } from '@redress/domain/reconsideration/apply-limit';
import { asActorSees } from '@redress/domain/reconsideration/as-respondent';
import { zApplicationToCheck } from '@redress/domain/reconsideration/checks/application';
import { checkApplication } from '@redress/domain/reconsideration/checks/check-application';
import { applicationOfCase } from '@redress/domain/reconsideration/checks/of-case';
import type { Likeness } from '@redress/domain/reconsideration/checks/similar';
import { decideReconsideration } from '@redress/domain/reconsideration/decide';
import { positionOn } from '@redress/domain/reconsideration/position';
import { previewStep } from '@redress/domain/reconsideration/preview';
import { mustBePostedBy } from '@redress/domain/reconsideration/to-post';
import { viewOf } from '@redress/domain/reconsideration/view';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { decisionDays, deemedAcceptanceOn, effectOfProposal, waitedOn } from '@redress/domain/reconsideration/worklist';
import { countyGovernment, policeBureau } from '@redress/domain/testing/builders';
import { anApplication, type Play, play, theHandler } from '@redress/domain/testing/play';
import type { RequestHandler } from 'msw';
import type { Inputs, Outputs } from '../lib/trpc.ts';
import { Failing, onTrpc } from './trpc-handlers.ts';

export const organs: Outputs['office']['organs'] = [
  {
    id: countyGovernment,
    code: '1',
    name: '某县人民政府',
    shortName: '县政府',
    level: 'county',
    kind: 'government',
    parentId: null,
    institution: '某县司法局',
  },
  {
    id: policeBureau,
    code: '2',
    name: '某县公安局',
    shortName: '县公安局',
    level: 'county',
    kind: 'department',
    parentId: countyGovernment,
    institution: null,
  },
];
const organName = (id: OrganId) => organs.find((organ) => organ.id === id)?.name ?? id;

export class SmallOffice {
  readonly play: Play;
  actor: Actor;
  today: CivilDate;
  readonly drafts = new Map<string, unknown>();
  readonly preferences = new Map<string, unknown>();
  readonly savedFilters: Inputs['preferences']['saveFilter'][] = [];
  /** What was sent to `cases.execute` and `cases.register`, in order. */
  readonly sent: { readonly path: string; readonly input: unknown }[] = [];
  /** What waits to be registered, and what an application is found to be like. */
  readonly scans: Outputs['intake']['scans'][number][] = [];
  readonly alike: Likeness[] = [];
  /** What is to be done in the case, and the cases that belong to it. */
  readonly todos: Outputs['todos']['ofCase'][number][] = [];
  readonly linked: Outputs['cases']['linked'][number][] = [];
  /** Failures to answer the next writes with, instead of deciding. */
  readonly failNext: Failure[] = [];

  constructor(today: string, actor: Actor = theHandler, started: Play = play()) {
    this.play = started;
    this.actor = actor;
    this.today = civilDate(today);
  }

  readonly #names: CaseNames = {
    organ: organName,
    account: (id: AccountId) => id.replace('account-', ''),
    person: (ref) => ({
      name: this.play.kept[Number(ref.personRecordId.replace('person-', '')) - 1] ?? '',
      idNumber: '530000199001010011',
      address: '某街道 1 号',
      telephone: '13800000000',
      legalRepresentative: '',
    }),
    narrative: (ref) => this.play.kept[Number(ref.narrativeId.replace('narrative-', '')) - 1] ?? '',
  };

  view(): CaseView {
    const audience: Audience = this.actor.acting.organId === countyGovernment ? 'reviewing' : 'respondent';
    return viewOf(this.play.case, {
      audience,
      today: this.today,
      actor: this.actor,
      law: this.play.builder.law,
      ledger: this.play.builder.ledger,
      names: this.#names,
      files: [],
      nextSteps: this.play.next(this.today, this.actor),
    });
  }

  row(): Outputs['cases']['list']['rows'][number] {
    const view = this.view();
    const clock = view.clocks.find((c) => c.id === view.waiting.clockId);
    const due = clock?.due ?? null;
    return {
      id: view.id,
      number: view.number,
      title: view.title,
      stage: view.stage,
      procedure: view.procedure,
      deemedAccepted: view.deemedAccepted,
      waitingFor: view.waiting.who,
      dueRule: clock?.ruleId ?? null,
      due,
      dueStatus: clock === undefined ? 'none' : clock.computation.status,
      dueUnit: clock?.unit === 'working-day' ? 'working-day' : 'day',
      daysLeft: clock?.daysLeft ?? null,
      workingDaysLeft: clock?.workingDaysLeft ?? null,
      light: clock?.light === 'overdue' || clock?.light === 'near' ? clock.light : 'ok',
      receivedOn: view.receivedOn,
      handlers: view.handlers.map((h) => h.name),
      applicants: view.parties.filter((p) => p.capacity === 'applicant').map((p) => p.name),
      respondents: view.respondents.map((r) => r.name),
      matter: view.act?.matter ?? null,
      category: view.act?.category ?? null,
      channel: 'post',
      lawVersion: view.law,
      acceptedOn: null,
      closedOn: null,
      outcome: null,
      daysUsed: null,
      updatedOn: this.today,
      version: view.version,
    };
  }

  /** The workbench with the one case on it, as the domain says it. */
  bench(sinceDays = 7, whose?: 'me' | 'office'): Outputs['workbench']['mine'] {
    const { role } = this.actor.acting;
    const isDepartment = role === 'department-liaison' || role === 'department-head';
    const seen = asActorSees(this.play.case, this.actor, this.today, this.play.builder.law);
    const position = positionOn(seen, this.today);
    const { id, number, title, stage, waitingFor, dueRule, due, dueStatus, dueUnit, daysLeft, workingDaysLeft } =
      this.row();
    const work = {
      ...{ id, number, title, stage, light: this.row().light, waitingFor, dueRule, due, dueStatus, dueUnit },
      ...{ daysLeft, workingDaysLeft, handlers: this.row().handlers },
      deemedOn: deemedAcceptanceOn(position),
      used: decisionDays(position),
      toPost: mustBePostedBy(seen, position).map((one) => ({ ...one, missingNames: [] })),
      consequence: null,
      article: null,
    };
    const waited = waitedOn(seen, position, this.play.builder.law.calendar);
    const mayChoose = role === 'section-head' || role === 'institution-head';
    return {
      today: this.today,
      desk: isDepartment ? 'department' : 'casework',
      whose: whose ?? (role === 'handler' ? 'me' : 'office'),
      mayChoose,
      since: addDays(this.today, -sinceDays),
      counters: [
        { key: 'overdue', value: work.light === 'overdue' ? 1 : 0, filter: { light: 'overdue', closed: false } },
        {
          key: 'today',
          value: due === this.today ? 1 : 0,
          filter: { dueFrom: this.today, dueTo: this.today, closed: false },
        },
        { key: 'waits', value: waited.who === 'respondent' ? 1 : 0, filter: { waits: 'others', handler: 'me' } },
        { key: 'open', value: 1, filter: { handler: 'me', closed: false } },
      ],
      waitingApproval: mayChoose ? this.play.case.proposals.length : null,
      deemedToday: work.deemedOn === this.today ? [work] : [],
      due: [work],
      toPost: [],
      approvals: this.play.case.proposals.map((proposal) => ({
        ...{ id, number, title, proposedBy: proposal.proposedBy.account.replace('account-', '') },
        ...effectOfProposal(seen, proposal, position),
      })),
      others:
        waited.who === 'respondent'
          ? [
              {
                ...{ id, number, title, what: waited.what, who: waited.who, since: waited.since, due: waited.due },
                subjectName: waited.subject === null ? null : organName(waited.subject as OrganId),
                workingDays: waited.workingDays,
                overdue: waited.due !== null && waited.due < this.today,
                consequence: waited.consequence,
                article: waited.article,
                canRemind: true,
              },
            ]
          : [],
      unknown: [],
      hearings: [],
      unsigned: [],
      happened: [],
      load: [],
      suitApprovals: [],
      suits: null,
      dueAll: { value: 1, filter: { closed: false } },
    };
  }

  /** The one case where its number or title answers to what is typed. */
  found(q: string): Outputs['search']['find']['rows'] {
    const { id, number, title, stage, light } = this.row();
    const at = title.indexOf(q);
    if (q === '' || at < 0) return [];
    const hit = { before: title.slice(0, at), found: q, after: title.slice(at + q.length) };
    return [
      {
        id,
        kind: 'reconsideration',
        number,
        title,
        stage,
        light,
        hits: [{ by: 'act-words', capacity: 'act-words', ...hit }],
      },
    ];
  }

  #explained(computation: Computation): Outputs['law']['explain'] {
    const { ruleId, raw, due, advised, status, marks, daysLeft } = computation;
    const grid = dayGrid(computation, this.play.builder.law.calendar);
    return { ruleId, raw, due, advised, status, marks, daysLeft, computation, grid } as Outputs['law']['explain'];
  }

  #fail(): void {
    const failure = this.failNext.shift();
    if (failure !== undefined) throw new Failing(failure);
  }

  /** Handlers for every procedure a signed-in page may call; a test puts its own before them. */
  handlers(): RequestHandler[] {
    return [
      onTrpc('session.info', () => ({ today: this.today, demo: null, firstStart: false })),
      onTrpc('session.me', () => ({
        account: { id: this.actor.accountId, name: this.actor.name, username: 'someone' },
        posts: this.actor.posts.map((post) => ({ ...post, organName: organName(post.organId), title: '' })),
        acting: this.actor.acting.postId,
        permissions: permissionsOf(this.actor.acting.role),
        seesBelow: false,
        office: { name: organName(this.actor.acting.organId), demo: false },
        today: this.today,
        files: { extensions: ['pdf', 'jpg', 'txt'] },
      })),
      onTrpc('cases.counts', () => ({
        open: 1,
        overdue: 0,
        near: 0,
        stopped: 0,
        waitingApproval: 0,
        mine: 1,
        deskOverdue: 0,
      })),
      onTrpc('lawsuits.counts', () => ({
        open: 0,
        overdue: 0,
        near: 0,
        mine: 0,
        deskOverdue: 0,
        byTodo: {
          acknowledge: 0,
          answer: 0,
          sign: 0,
          leader: 0,
          confirm: 0,
          unrecorded: 0,
          appeal: 0,
          perform: 0,
          advice: 0,
          unassigned: 0,
        },
        waitingApproval: 0,
        toRecord: 0,
      })),
      onTrpc('workbench.mine', (input) => this.bench(input?.sinceDays, input?.whose)),
      onTrpc('search.find', ({ q }) => ({ rows: this.found(q), more: false, moreSuits: false })),
      onTrpc('todos.mine', () => this.todos.filter((todo) => !todo.done)),
      onTrpc('proceedings.letters', () => []),
      onTrpc('cases.list', () => ({ rows: [this.row()], nextCursor: null })),
      onTrpc('cases.view', ({ id }) => {
        if (id !== this.play.builder.streamId) throw new Failing({ code: 'not-found' });
        return this.view();
      }),
      onTrpc('cases.preview', ({ step }) =>
        previewStep(
          this.play.case,
          { type: step.type, input: step.input },
          this.play.context(this.actor, this.today),
          this.#names,
        ),
      ),
      onTrpc('cases.execute', ({ step, expectedVersion }) => {
        this.sent.push({ path: 'cases.execute', input: step });
        this.#fail();
        if (expectedVersion !== this.view().version) throw new Failing({ code: 'stale-version' });
        const decision = decideReconsideration(
          this.play.case,
          { type: step.type, input: step.input },
          this.play.context(this.actor, this.today),
        );
        if (!decision.ok) throw new Failing(decision.failure);
        this.play.write(decision.entries, decision.numbers ?? [], this.actor);
        return this.view();
      }),
      onTrpc('cases.register', ({ id, input }) => {
        this.sent.push({ path: 'cases.register', input });
        this.#fail();
        return { id: id as StreamId, number: '云政复〔2026〕1号' };
      }),
      onTrpc('approvals.list', ({ whose }) => ({
        rows: this.view()
          .proposals.filter((p) => whose !== 'others' && p.state === 'open' && (p.may.approve || p.may.endorse))
          .map((proposal) => ({
            kind: 'reconsideration' as const,
            caseId: this.play.builder.streamId,
            version: this.view().version,
            number: this.view().number,
            title: this.view().title,
            proposal,
            endorsed: proposal.words.some((word) => word.verdict === 'endorsed'),
            due: null,
          })),
        nextCursor: null,
      })),
      onTrpc('cases.foresee', ({ items }) =>
        items.map(({ id, step }) => ({
          id: id as StreamId,
          version: this.view().version,
          preview: previewStep(
            this.play.case,
            { type: step.type, input: step.input },
            this.play.context(this.actor, this.today),
            this.#names,
          ),
          failure: null,
        })),
      ),
      onTrpc('cases.unsent', ({ ids }) =>
        ids.map((id) => ({
          id: id as StreamId,
          version: this.view().version,
          number: this.view().number,
          documents: [],
        })),
      ),
      onTrpc('preferences.get', ({ key }) => (this.preferences.has(key) ? { body: this.preferences.get(key) } : null)),
      onTrpc('preferences.put', ({ key, body }) => {
        this.preferences.set(key, body);
        return undefined as never;
      }),
      onTrpc('preferences.savedFilters', () => this.savedFilters.map((filter) => ({ ...filter, own: true }))),
      onTrpc('preferences.saveFilter', (filter) => {
        this.savedFilters.push(filter);
        return undefined as never;
      }),
      onTrpc('preferences.removeFilter', ({ id }) => {
        this.savedFilters.splice(0, Infinity, ...this.savedFilters.filter((filter) => filter.id !== id));
        return undefined as never;
      }),
      onTrpc('notices.unread', () => ({ count: 0, more: false })),
      onTrpc('drafts.get', ({ key }) =>
        this.drafts.has(key) ? { body: this.drafts.get(key), updatedAt: '2026-01-05T01:00:00.000Z' } : null,
      ),
      onTrpc('drafts.put', ({ key, body }) => {
        this.drafts.set(key, body);
        return { updatedAt: '2026-01-05T01:00:00.000Z' };
      }),
      onTrpc('drafts.remove', ({ key }) => {
        this.drafts.delete(key);
        return undefined as never;
      }),
      onTrpc('todos.ofCase', () => this.todos),
      onTrpc('todos.add', ({ id, caseId, text, dueOn }) => {
        this.todos.unshift({
          id,
          caseId: caseId as StreamId,
          caseKind: 'reconsideration',
          caseNumber: null,
          caseTitle: '',
          text,
          dueOn: (dueOn ?? null) as CivilDate | null,
          overdue: (dueOn ?? '9') < this.today,
          assignee: this.actor.accountId,
          assigneeName: this.actor.name,
          createdByName: this.actor.name,
          done: false,
          doneByName: null,
        });
        return this.todos;
      }),
      onTrpc('todos.done', ({ id, done = true }) => {
        const at = this.todos.findIndex((t) => t.id === id);
        const one = this.todos[at];
        if (one !== undefined)
          this.todos[at] = { ...one, done, overdue: false, doneByName: done ? this.actor.name : null };
        return this.todos;
      }),
      onTrpc('cases.linked', () => this.linked),
      onTrpc('cases.colleagues', () => [
        { accountId: theHandler.accountId, name: theHandler.name, roles: ['handler'] },
      ]),
      onTrpc('office.organs', () => organs),
      onTrpc('office.leftWork', () => []),
      onTrpc('office.ownPosts', () => []),
      onTrpc('office.colleagues', () => []),
      onTrpc('office.referenceList', () => [...referenceRows(shippedList('category'), this.today)]),
      onTrpc('intake.count', () => ({ waiting: this.scans.length })),
      onTrpc('intake.scans', ({ which }) => (which === 'struck' ? [] : this.scans)),
      onTrpc('intake.scan', ({ id }) => {
        const found = this.scans.find((scan) => scan.id === id);
        if (found === undefined) throw new Failing({ code: 'not-found' });
        return found;
      }),
      onTrpc('intake.check', (application) => ({
        checks: checkApplication(zApplicationToCheck.parse(application), {
          organs: new Map(organs.map((organ) => [organ.id, organ])),
          law: this.play.builder.law,
          alike: this.alike,
        }),
        alike: this.alike.map((one) => ({ ...one, title: '李某不服某县公安局行政处罚决定' })),
      })),
      onTrpc('intake.checkCase', () => {
        const kept = (ref: { personRecordId: string }) => this.#names.person(ref as never);
        const application = applicationOfCase(this.play.case, kept);
        if (application === null) throw new Failing({ code: 'not-found' });
        const known = { organs: new Map(organs.map((o) => [o.id, o])), law: this.play.builder.law, alike: this.alike };
        return { checks: checkApplication(application, known), alike: [] };
      }),
      onTrpc('office.handlers', () => [{ accountId: theHandler.accountId, name: theHandler.name }]),
      onTrpc('law.explain', ({ ruleId, from, filed }) => {
        if (!isRuleId(ruleId)) throw new Failing({ code: 'invalid-input' });
        return this.#explained(
          computeLimit(
            ruleId,
            { trigger: civilDate(from), ...(filed === undefined ? {} : { filed: civilDate(filed) }) },
            this.play.builder.law,
          ),
        );
      }),
      onTrpc('law.application', (facts) => {
        const { filedOn, act } = zApplicationFacts.parse(facts);
        return this.#explained(limitOfApplication({ filedOn, act }, this.play.builder.law));
      }),
    ];
  }
}

/** A case received by post on Monday 5 January 2026. */
export const received = (): Play => play().do('register-application', anApplication(), '2026-01-05');
