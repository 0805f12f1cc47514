import type { FileId } from '@redress/domain/ids';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { SmallOffice } from '../../testing/small-office.ts';
import { takesFiles } from '../../testing/stored-files.ts';
import { onTrpc } from '../../testing/trpc-handlers.ts';

const today = '2026-01-05';
const scan = (over: Partial<SmallOffice['scans'][number]> = {}): SmallOffice['scans'][number] => ({
  id: `scan-${'a'.repeat(24)}`,
  receivedOn: '2026-01-04' as never,
  channel: 'post',
  filingProof: 'EMS 1',
  words: '李某不服县公安局罚款',
  takenInBy: '沈知微',
  takenInAt: Date.UTC(2026, 0, 4, 2),
  files: [
    {
      id: 'file-1' as FileId,
      sha256: 'a'.repeat(64),
      name: '申请书.pdf',
      size: 4,
      mediaType: 'application/pdf',
      caseId: null,
    },
  ],
  examineBy: '2026-01-09' as never,
  workingDaysLeft: 4,
  light: 'ok',
  struck: null,
  ...over,
});

test('an arrival says since when it waits, until when it has to be examined, and leads to its registration', async () => {
  const small = new SmallOffice(today);
  small.scans.push(scan(), scan({ id: `scan-${'b'.repeat(24)}`, words: '', light: 'overdue', workingDaysLeft: -2 }));
  const { history, user } = renderApp(small, '/intake');
  server.use(http.get('*/api/files/:id', () => new HttpResponse(null, { status: 404 })));
  const list = await screen.findByRole('list', { name: '待登记清单' });
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first?.textContent).toContain('还有 4 个工作日');
  expect(first?.textContent).toContain('审查到期 2026年1月9日');
  expect(first?.textContent).toContain('沈知微');
  expect(second?.textContent).toContain('已超期，未作决定的视为受理');
  // The rail says how many wait.
  expect(await screen.findByText('2 份待登记')).toBeTruthy();
  await user.click(within(first as HTMLElement).getByRole('link', { name: /^登记/ }));
  await waitFor(() => expect(history.location.pathname).toBe('/cases/new'));
  // The form begins with the arrival's day and papers, and the papers stand beside it.
  await screen.findByRole('heading', { name: '登记行政复议申请' });
  expect(((await screen.findByLabelText(/^收到日/)) as HTMLInputElement).value).toBe('2026-01-04');
  expect((screen.getByLabelText(/^凭证/) as HTMLInputElement).value).toBe('EMS 1');
  expect(screen.getByRole('complementary', { name: '材料、核对与期限' })).toBeTruthy();
  expect(await screen.findByText('文件没有打开')).toBeTruthy();
});

test('nothing is taken in without a file; with one it is, and the form is empty again', async () => {
  const small = new SmallOffice(today);
  const taken: unknown[] = [];
  const { user } = renderApp(small, '/intake');
  server.use(
    takesFiles([]),
    onTrpc('intake.takeIn', (input) => {
      taken.push(input);
      small.scans.push(scan());
      return { id: 'scan' };
    }),
  );
  await user.click(await screen.findByRole('button', { name: '收下，放入待登记' }));
  expect(await screen.findByText('请先选择扫描件，等它传完。')).toBeTruthy();
  expect(taken).toEqual([]);
  await user.upload(screen.getByLabelText('扫描件或者照片', { selector: 'input' }), new File(['%PDF'], '申请书.pdf'));
  await screen.findByText('已上传');
  await user.type(screen.getByLabelText('简要说明'), '李某');
  await user.click(screen.getByRole('button', { name: '收下，放入待登记' }));
  await waitFor(() =>
    expect(taken).toEqual([
      { receivedOn: today, channel: 'post', filingProof: '', words: '李某', fileIds: ['file-1'] },
    ]),
  );
  expect(await screen.findByText('已收下，审查期限已经起算。')).toBeTruthy();
  expect(await screen.findByText('李某不服县公安局罚款', { selector: 'p' })).toBeTruthy();
});

test('an arrival is struck with a reason only', async () => {
  const small = new SmallOffice(today);
  small.scans.push(scan());
  const struck: unknown[] = [];
  const { user } = renderApp(small, '/intake');
  server.use(
    onTrpc('intake.strike', (input) => {
      struck.push(input);
      small.scans.length = 0;
      return undefined as never;
    }),
  );
  await user.click(await screen.findByRole('button', { name: /^剔除/ }));
  const drawer = await screen.findByRole('dialog');
  await user.click(within(drawer).getByRole('button', { name: '剔除' }));
  expect(await within(drawer).findByText('不能为空。')).toBeTruthy();
  expect(struck).toEqual([]);
  await user.type(within(drawer).getByLabelText(/^理由/), '同一份材料扫描了两次');
  await user.click(within(drawer).getByRole('button', { name: '剔除' }));
  expect(await screen.findByText('没有待登记的材料')).toBeTruthy();
  expect(struck).toEqual([{ id: scan().id, why: '同一份材料扫描了两次' }]);
});

test('an arrival that was registered meanwhile says so', async () => {
  const small = new SmallOffice(today);
  renderApp(small, `/cases/new?scan=scan-${'c'.repeat(24)}`);
  expect(await screen.findByText('这份材料已经登记或者剔除。')).toBeTruthy();
});
