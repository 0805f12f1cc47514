import { theLiaison } from '@redress/domain/testing/play';
import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { renderApp } from '../../testing/render-app.tsx';
import { server } from '../../testing/server.ts';
import { received, SmallOffice } from '../../testing/small-office.ts';
import { takesFiles } from '../../testing/stored-files.ts';

const address = '/cases/case-played';
const scan = (name: string) => new File(['scan'], name, { type: 'application/pdf' });

/** Accepted on 8 January 2026, the copy sent on the 12th. */
const accepted = () =>
  received()
    .do('accept', { occurredOn: '2026-01-08' }, '2026-01-08')
    .do('issue-copy', { occurredOn: '2026-01-12' }, '2026-01-12');

test('a file chosen in a step’s form is sent at once, and the step names it', async () => {
  const small = new SmallOffice('2026-01-13', theLiaison, accepted());
  const { user } = renderApp(small, `${address}?step=file-reply`);
  const taken: Parameters<typeof takesFiles>[0] = [];
  server.use(takesFiles(taken));
  const form = await screen.findByRole('dialog', { name: '提交书面答复' });
  await user.upload(await within(form).findByLabelText('材料', { selector: 'input' }), [
    scan('答复.pdf'),
    scan('证据.pdf'),
  ]);
  expect(await within(form).findAllByText('已上传')).toHaveLength(2);
  expect(taken.map((file) => file.name)).toEqual(['答复.pdf', '证据.pdf']);
  await user.click(within(form).getByRole('button', { name: '移除 证据.pdf' }));
  await user.click(within(form).getByRole('button', { name: '提交书面答复' }));
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({ type: 'file-reply', input: { fileIds: ['file-1'] } });
});

test('a file that does not arrive says why, and can be sent again', async () => {
  const small = new SmallOffice('2026-01-13', theLiaison, accepted());
  const { user } = renderApp(small, `${address}?step=file-reply`);
  server.use(http.put('*/api/files', () => HttpResponse.error()));
  const form = await screen.findByRole('dialog', { name: '提交书面答复' });
  await user.upload(await within(form).findByLabelText('材料', { selector: 'input' }), scan('答复.pdf'));
  expect((await within(form).findByText('连不上服务器，请重试。')).getAttribute('role')).toBe('alert');
  server.use(takesFiles([]));
  await user.click(within(form).getByRole('button', { name: /^重新上传/ }));
  expect(await within(form).findByText('已上传')).toBeTruthy();
});

test('what was approved on paper is recorded with who approved it, in which office, and the scan', async () => {
  const small = new SmallOffice('2026-01-12', undefined, accepted());
  const { user } = renderApp(small, `${address}?step=extend`);
  const taken: Parameters<typeof takesFiles>[0] = [];
  server.use(takesFiles(taken));
  const form = await screen.findByRole('dialog', { name: '延期' });
  await user.type(within(form).getByLabelText(/^理由/), '案情复杂');
  await user.click(within(form).getByRole('radio', { name: '已在纸面上批准' }));
  await user.type(within(form).getByLabelText(/^批准人姓名/), '周某');
  await user.type(within(form).getByLabelText(/^批准人职务/), '某县司法局局长');
  const submit = within(form).getByRole('button', { name: /^延长审理期限/ });
  await user.click(submit);
  // Without its scan there is nothing to record it from.
  expect(await within(form).findByText('不能为空。')).toBeTruthy();
  expect(small.sent).toEqual([]);
  await user.upload(within(form).getByLabelText(/扫描件/, { selector: 'input' }), scan('审批表.pdf'));
  await within(form).findByText('已上传');
  expect(taken).toEqual([{ name: '审批表.pdf', kind: 'scan' }]);
  await user.click(submit);
  await waitFor(() => expect(small.sent).toHaveLength(1));
  expect(small.sent[0]?.input).toMatchObject({
    type: 'extend',
    input: {
      onPaper: { doneBy: { name: '周某', title: '某县司法局局长', role: 'institution-head' }, fileIds: ['file-1'] },
    },
  });
  expect(small.play.case.extensions).toHaveLength(1);
});
