import type { StreamId } from '@redress/domain/ids';
import { countyGovernment, policeBureau } from '@redress/domain/testing/builders';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { suitProposal } from '../../testing/suit-answers.ts';
import { Failing, onTrpc } from '../../testing/trpc-handlers.ts';
import { emptySummons, newOrgan, type SummonsDraft, storedSummons, toInput } from './summons-draft.ts';

const today = '2026-01-07';
const free = {
  taken: false,
  id: null,
  number: null,
  courtNumber: '',
  title: null,
  level: null,
} as const;

/** What the page asks for as it opens and as somebody types. */
const quiet = () => [
  onTrpc('lawsuits.byCourtNumber', () => ({ ...free })),
  onTrpc('lawsuits.similar', () => []),
  onTrpc('lawsuits.undertaking', () => []),
];

/** A form filled in, as somebody left it. */
function filled(over: Partial<SummonsDraft> = {}): SummonsDraft {
  const empty = emptySummons(today as never, null);
  const [plaintiff] = empty.plaintiffs;
  if (plaintiff === undefined) throw new Error('a form begins with one plaintiff');
  return {
    ...empty,
    court: '某县人民法院',
    courtNumber: '（2026）云0423行初12号',
    receivedOn: '2026-01-05' as never,
    organs: [{ ...newOrgan(), organId: policeBureau }],
    plaintiffs: [{ ...plaintiff, person: { ...plaintiff.person, name: '李某' } }],
    act: { ...empty.act, name: '行政处罚决定', matter: 'penalty' },
    ...over,
  };
}

function opened(path = '/lawsuits/new', draft?: SummonsDraft) {
  const small = new SmallOffice(today);
  if (draft !== undefined) small.drafts.set('summons', storedSummons(draft));
  const app = renderApp(small, path);
  server.use(...quiet());
  // What the page of the test before still sends as it goes arrives here, too: this draft is the one that is read.
  if (draft !== undefined) {
    const updatedAt = '2026-01-05T01:00:00.000Z';
    server.use(onTrpc('drafts.get', () => ({ body: storedSummons(draft), updatedAt })));
  }
  return { small, ...app };
}

test('a number that is on record leads to its lawsuit while it is typed', async () => {
  opened();
  server.use(
    onTrpc('lawsuits.byCourtNumber', ({ number }) => ({
      taken: true,
      id: 'suit-1' as StreamId,
      number: '云政应〔2026〕1号',
      courtNumber: number,
      title: '李某诉某县公安局',
      level: 'first',
    })),
  );
  const field = await screen.findByLabelText(/^法院案号/);
  fireEvent.change(field, { target: { value: '（2026）云0423行初12号' } });
  const link = await screen.findByRole('link', { name: '云政应〔2026〕1号 李某诉某县公安局' });
  expect(link.getAttribute('href')).toBe('/lawsuits/suit-1');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('a number in a lawsuit that one does not see is said to be taken, and no more', async () => {
  opened();
  server.use(onTrpc('lawsuits.byCourtNumber', ({ number }) => ({ ...free, taken: true, courtNumber: number })));
  fireEvent.change(await screen.findByLabelText(/^法院案号/), { target: { value: '（2026）云0423行初12号' } });
  expect(await screen.findByText(/在本机关看不到的案件里/)).toBeTruthy();
});

test('fifteen days run from the receipt of the complaint, for each organ from its own day', async () => {
  const { user } = opened(
    '/lawsuits/new',
    filled({
      organs: [
        { ...newOrgan(), organId: policeBureau },
        { ...newOrgan('reconsideration-organ'), organId: countyGovernment, receivedOn: '2026-01-06' as never },
      ],
    }),
  );
  // From the 5th fifteen days end on the 20th, from the 6th on the 21st.
  expect((await screen.findAllByText('2026年1月20日（周二）')).length).toBeGreaterThan(0);
  expect((await screen.findAllByText('2026年1月21日（周三）')).length).toBeGreaterThan(0);
  expect(screen.getByRole('heading', { name: '某县公安局', level: 3 })).toBeTruthy();
  // Without the complaint nothing runs.
  const papers = screen.getByRole('combobox', { name: /收到了哪些文书/ });
  await user.click(papers);
  const option = (await screen.findAllByText('起诉状副本')).find((node) => node.closest('.ant-select-item') !== null);
  await user.click(option as HTMLElement);
  await waitFor(() => expect(screen.queryAllByText('2026年1月20日（周二）')).toEqual([]));
});

test('the summons is compared with the three days before the session', async () => {
  const draft = filled();
  opened('/lawsuits/new', {
    ...draft,
    hasSession: true,
    session: {
      ...draft.session,
      on: '2026-01-15' as never,
      time: '09:30',
      place: '第一审判庭',
      notices: { [policeBureau]: { leader: 'shall', servedOn: '2026-01-06' as never } },
    },
  });
  expect(await screen.findByText('传票是否提前三日')).toBeTruthy();
  expect(await screen.findByText('某县公安局：按时送达')).toBeTruthy();
});

test('after a reconsideration the act, the parties, the defendants and the department are filled in', async () => {
  opened('/lawsuits/new?reconsideration=case-played');
  server.use(onTrpc('lawsuits.propose', () => suitProposal()));
  expect(await screen.findByText(/已按 云政复〔2025〕41号（2025年12月20日决定）带出/)).toBeTruthy();
  expect((screen.getByLabelText(/^被诉行为名称/) as HTMLInputElement).value).toBe('行政处罚决定');
  expect((screen.getAllByLabelText(/^姓名或者名称/)[0] as HTMLInputElement).value).toBe('李某');
  expect(screen.getByText('应诉机关 2')).toBeTruthy();
  expect(screen.getByText(/依法被告为/).textContent).toContain('作出行政行为的机关、复议机关');
});

test('what is missing is named at its field, and nothing is sent', async () => {
  const sent: unknown[] = [];
  const { user } = opened();
  server.use(
    onTrpc('lawsuits.register', ({ input }) => {
      sent.push(input);
      throw new Failing({ code: 'unexpected' });
    }),
  );
  await user.click(await screen.findByRole('button', { name: '登记，并起算答辩、举证期限' }));
  expect(await screen.findByText(/有 \d+ 处需要修改/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^法院(?!案号)/)));
  expect(sent).toEqual([]);
});

test('a whole form is registered once, and its draft is gone', async () => {
  const sent: unknown[] = [];
  const { user, small } = opened('/lawsuits/new', filled());
  server.use(
    onTrpc('lawsuits.register', ({ input }) => {
      sent.push(input);
      throw new Failing({
        code: 'step-refused',
        reason: {
          code: 'court-number-taken',
          article: null,
          params: { id: 'suit-1', number: '云政应〔2026〕1号' },
        },
      });
    }),
  );
  expect(await screen.findByText('已恢复上次没有登记完的草稿。')).toBeTruthy();
  const submit = screen.getByRole('button', { name: '登记，并起算答辩、举证期限' });
  await user.click(submit);
  // Refused: another was quicker with the number, and the page leads there.
  const notice = await screen.findByText(/这个案号已经登记/);
  expect(within(notice).getByRole('link').getAttribute('href')).toBe('/lawsuits/suit-1');
  expect(small.drafts.has('summons')).toBe(true);
  server.use(
    onTrpc('lawsuits.register', ({ id, input }) => {
      sent.push(input);
      return { id: id as StreamId, number: '云政应〔2026〕2号' };
    }),
  );
  await user.click(submit);
  await waitFor(() => expect(small.drafts.has('summons')).toBe(false));
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({
    occurredOn: '2026-01-05',
    instance: { level: 'first', courtNumber: '（2026）云0423行初12号', procedure: 'ordinary' },
    organs: [{ organId: policeBureau, role: 'original-organ', undertakingId: null }],
    papers: [{ organId: policeBureau, receivedOn: '2026-01-05' }],
    session: null,
  });
});

test('the day of the lawsuit is the first organ’s, and each organ keeps its own', () => {
  const input = toInput(
    filled({
      organs: [
        { ...newOrgan(), organId: policeBureau, receivedOn: '2026-01-06' as never },
        { ...newOrgan('reconsideration-organ'), organId: countyGovernment, receivedOn: '2026-01-04' as never },
      ],
    }),
  );
  expect(input.occurredOn).toBe('2026-01-04');
  expect(input.papers.map((papers) => papers.receivedOn)).toEqual(['2026-01-06', '2026-01-04']);
});
