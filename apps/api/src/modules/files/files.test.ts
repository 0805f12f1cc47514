/** Files: what is taken, what is refused, and who gets them. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import type { CaseView } from '@redress/domain/reconsideration/view-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../case-store/verify.ts';
import { storedPath } from '../../files/store.ts';
import {
  type Api,
  anApplication,
  type Browser,
  demoPeople,
  newCaseId,
  newCommandId,
  testApi,
  today,
} from '../../testing/api.ts';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 7)]);
const maxFileBytes = 8 * 1024;

let api: Api;
let handler: Browser;
let police: Browser;
let theCase: CaseView;
beforeAll(async () => {
  api = await testApi({ maxFileBytes });
  handler = await api.as(demoPeople.handler);
  police = await api.as(demoPeople.policeLiaison);
  theCase = await api.aCase();
  theCase = await handler.step(theCase, 'accept', {});
  // From the copy on the respondent takes part.
  theCase = await handler.step(theCase, 'issue-copy', {
    document: {
      sendings: [
        {
          addressee: { is: 'organ', organId: demoPeople.policeLiaison.organId },
          method: 'exchange',
          sentOn: today,
          servedOn: today,
        },
      ],
    },
  });
});

const put = (browser: Browser, name: string, bytes: Uint8Array | ReadableStream<Uint8Array>, more = '') =>
  browser.fetch(`/api/files?name=${encodeURIComponent(name)}&kind=evidence${more}`, {
    method: 'PUT',
    body: bytes as NonNullable<RequestInit['body']>,
    duplex: 'half',
  });
const failure = async (answer: Response) => ((await answer.json()) as { failure: { code: string } }).failure.code;
const stored = () =>
  existsSync(path.join(api.dataDir, 'files'))
    ? readdirSync(path.join(api.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    : [];

async function upload(browser: Browser, name = '答复书.pdf', bytes: Uint8Array = pdf): Promise<string> {
  const answer = await put(browser, name, bytes);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { fileId: string }).fileId;
}

describe('taking a file', () => {
  it('keeps its bytes under their hash and says so', async () => {
    const answer = await put(handler, '行政复议申请书.pdf', pdf);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(await answer.json()).toMatchObject({ sha256, size: pdf.length, name: '行政复议申请书.pdf' });
    expect(readFileSync(storedPath(path.join(api.dataDir, 'files'), sha256)).equals(pdf)).toBe(true);
  });

  it('refuses one that is too large, whether it says so or not, and leaves nothing behind', async () => {
    const before = stored().length;
    const large = Buffer.concat([pdf, Buffer.alloc(maxFileBytes)]);
    const announced = await put(handler, '大文件.pdf', large);
    expect([announced.status, await failure(announced)]).toEqual([413, 'file-too-large']);
    const endless = new ReadableStream<Uint8Array>({ pull: (c) => c.enqueue(new Uint8Array(1024)) });
    const streamed = await put(handler, '没有尽头.pdf', endless);
    expect([streamed.status, await failure(streamed)]).toEqual([413, 'file-too-large']);
    expect(stored()).toHaveLength(before);
  });

  it('answers over a socket before a body of two gigabytes has come, announced or not, and keeps none of it', async () => {
    const before = stored().length;
    const server = serve({ fetch: api.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const cookie = [...handler.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const bodies = [
      [{ 'content-length': String(2 * 1024 ** 3) }, pdf],
      [{ 'transfer-encoding': 'chunked' }, Buffer.concat([pdf, Buffer.alloc(maxFileBytes)])],
    ] as const;
    for (const [length, beginning] of bodies) {
      const sending = request({
        port,
        method: 'PUT',
        path: '/api/files?name=a.pdf&kind=evidence',
        headers: { ...length, cookie },
      });
      // The beginning only: the answer does not wait for the rest.
      sending.write(beginning);
      const [answer] = (await once(sending, 'response')) as [IncomingMessage];
      expect([answer.statusCode, JSON.parse(await text(answer))]).toEqual([
        413,
        { failure: expect.objectContaining({ code: 'file-too-large' }) },
      ]);
      sending.on('error', () => undefined);
      sending.destroy();
    }
    expect(stored()).toHaveLength(before);
    await new Promise((resolve) => server.close(resolve));
  });

  it('refuses what is not on the list', async () => {
    for (const name of ['宏.docm', '程序.exe', '网页.html', '图.svg', '压缩.zip', '没有扩展名']) {
      const answer = await put(handler, name, pdf);
      expect([name, answer.status, await failure(answer)]).toEqual([name, 415, 'file-type-refused']);
    }
  });

  it('refuses what is not what its name says, and leaves nothing behind', async () => {
    const before = stored().length;
    const disguised = [
      ['程序.pdf', program],
      ['网页.pdf', Buffer.from('<html><script>1</script></html>')],
      ['图片.png', pdf],
      ['二进制.txt', program],
      ['文书.docx', pdf],
    ] as const;
    for (const [name, bytes] of disguised) {
      const answer = await put(handler, name, bytes);
      expect([name, answer.status, await failure(answer)]).toEqual([name, 415, 'file-disguised']);
    }
    expect(stored()).toHaveLength(before);
  });

  it('takes Chinese text in any of its encodings', async () => {
    const gb18030 = Buffer.from([0xc9, 0xea, 0xc7, 0xeb, 0xca, 0xe9, 0x0a]);
    expect((await put(handler, '申请.txt', gb18030)).status).toBe(200);
    expect((await put(handler, '申请.txt', Buffer.from('申请书\r\n一、请求\n'))).status).toBe(200);
  });

  it('refuses an empty one, one without a name, and a name that is a path', async () => {
    expect((await put(handler, '空.txt', new Uint8Array())).status).toBe(400);
    expect((await put(handler, '', pdf)).status).toBe(400);
    expect((await put(handler, '../../etc/申请.pdf', pdf)).status).toBe(400);
  });

  it('asks who it is, and whether they may', async () => {
    expect((await put(api.browser(), '申请.pdf', pdf)).status).toBe(401);
    expect((await put(await api.as(demoPeople.auditor), '申请.pdf', pdf)).status).toBe(403);
    const foreign = await put(await api.as(demoPeople.marketLiaison), '申请.pdf', pdf, `&caseId=${theCase.id}`);
    const unknown = await put(await api.as(demoPeople.marketLiaison), '申请.pdf', pdf, `&caseId=${newCaseId()}`);
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
  });
});

describe('giving a file', () => {
  it('gives it to its uploader alone until an entry names it, then to those who see the entry', async () => {
    const fileId = await upload(handler, '内部材料.pdf');
    expect((await handler.fetch(`/api/files/${fileId}`)).status).toBe(200);
    expect((await (await api.as(demoPeople.secondHandler)).fetch(`/api/files/${fileId}`)).status).toBe(404);
    theCase = await handler.step(await handler.view(theCase.id), 'add-file', {
      fileId: fileId as never,
      sha256: '0'.repeat(64) as never,
      name: 'x',
      kind: 'x',
      size: 0,
    });
    expect(theCase.files).toContainEqual(
      expect.objectContaining({ id: fileId, name: '内部材料.pdf', size: pdf.length }),
    );
    const answer = await (await api.as(demoPeople.secondHandler)).fetch(`/api/files/${fileId}`);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('内部材料.pdf'));
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    // An internal file: the respondent does not see the entry, nor another organ the case.
    expect((await police.fetch(`/api/files/${fileId}`)).status).toBe(404);
    expect((await (await api.as(demoPeople.marketLiaison)).fetch(`/api/files/${fileId}`)).status).toBe(404);
    expect((await police.view(theCase.id)).files).toEqual([]);
  });

  it('answers an unknown id as it answers a foreign one', async () => {
    expect((await handler.fetch(`/api/files/${'0'.repeat(14)}`)).status).toBe(404);
    expect((await api.browser().fetch(`/api/files/${'0'.repeat(14)}`)).status).toBe(401);
  });

  it('lets nobody name a file that is another person’s or another case’s', async () => {
    const internal = theCase.files[0]?.id;
    expect(internal).toBeDefined();
    const fresh = await upload(handler, '刚上传.txt', Buffer.from('内部'));
    for (const fileId of [internal, fresh, 'no-such-file']) {
      const other = await api.aCase();
      const answer = await police.mutate('cases', 'execute', {
        commandId: `steal-${fileId}`.slice(0, 60) as never,
        id: other.id,
        expectedVersion: other.version,
        step: { type: 'file-reply', input: { respondentId: demoPeople.policeLiaison.organId, fileIds: [fileId] } },
      });
      expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input', fields: [{ field: 'fileIds.0' }] } });
    }
  });
});

describe('a file that an entry names', () => {
  const check = async () => {
    const { differences } = await verify(api.database.owner, {
      kinds: api.services.kinds,
      law: api.services.law,
      files: api.services.files,
    });
    return differences;
  };

  /** A case with a file of the application, one of a proposal and one of a document, none of them by `file-added`. */
  async function aCaseWithFiles(): Promise<{ readonly id: CaseView['id']; readonly files: readonly string[] }> {
    const names = ['申请书.pdf', '延期审批表.pdf', '受理通知书.pdf'] as const;
    const [application, proposal, notice] = await Promise.all(
      names.map((name) => upload(handler, name, Buffer.concat([pdf, Buffer.from(newCaseId() + name)]))),
    );
    let view = await api.aCase({ fileIds: [application as never] });
    view = await handler.step(view, 'accept', { document: { fileIds: [notice as never] } });
    view = await handler.step(view, 'propose', {
      step: { type: 'extend', input: { days: 30, reason: '案情复杂', document: { fileIds: [proposal] } } },
      opinion: '拟延长三十日。',
    });
    return { id: view.id, files: [application, notice, proposal] as string[] };
  }

  it('belongs to the case at once, wherever the entry names it', async () => {
    const { id, files } = await aCaseWithFiles();
    const rows = await api.database.sql<{ id: string }>('select id from file where stream_id = $1', [id]);
    expect(rows.map((row) => row.id).sort()).toEqual([...files].sort());
    expect(await check()).toEqual([]);
  });

  it('is missed by verify when its row is gone, changed, or given to another case, and when its bytes change', async () => {
    const { id, files } = await aCaseWithFiles();
    const other = await api.aCase();
    await api.database.sql('create table kept_file as table file');
    for (const file of files) {
      const told = expect.objectContaining({ streamId: id, what: 'file', detail: expect.stringContaining(file) });
      for (const change of [
        'delete from file where id = $1',
        `update file set sha256 = repeat('b', 64) where id = $1`,
        'update file set stream_id = null where id = $1',
        `update file set stream_id = '${other.id}' where id = $1`,
      ]) {
        await api.database.sql(change, [file]);
        expect(await check(), change).toContainEqual(told);
        await api.database.sql('delete from file');
        await api.database.sql('insert into file table kept_file');
      }
      const bytes = storedPath(path.join(api.dataDir, 'files'), file.slice(-64));
      const whole = readFileSync(bytes);
      writeFileSync(bytes, Buffer.concat([whole.subarray(0, -1), Buffer.from([7])]));
      const found = await check();
      writeFileSync(bytes, whole);
      expect(found).toEqual([{ streamId: id, what: 'file', detail: `the bytes of ${file} have changed` }]);
    }
    expect(await check()).toEqual([]);
  });

  it('goes to one case when two name it at once; the other is refused and nothing of it is written', async () => {
    for (let round = 0; round < 5; round += 1) {
      const fileId = (await upload(handler, `争用${round}.pdf`)) as never;
      const commands = [newCaseId(), newCaseId()].map((id) => ({
        commandId: newCommandId(),
        id,
        input: anApplication({ fileIds: [fileId] }),
      }));
      const answers = await Promise.all(commands.map((command) => handler.mutate('cases', 'register', command)));
      expect(answers.map((a) => a.ok).sort()).toEqual([false, true]);
      const lost = answers.findIndex((a) => !a.ok);
      expect(answers[lost]).toMatchObject({
        failure: { code: 'invalid-input', fields: [{ field: 'fileIds.0', rule: 'wrong-file' }] },
      });
      expect(await api.database.sql('select from stream where id = $1', [commands[lost]?.id])).toEqual([]);
    }
    expect(await check()).toEqual([]);
  });

  it('stays its uploader’s when the step that names it is refused, or stops half way', async () => {
    const fileId = (await upload(handler, '未用.pdf')) as never;
    const view = await api.aCase();
    const command = {
      commandId: newCommandId(),
      id: view.id,
      expectedVersion: view.version + 1,
      step: { type: 'accept', input: { document: { fileIds: [fileId] } } },
    };
    expect(await handler.mutate('cases', 'execute', command)).toMatchObject({ failure: { code: 'stale-version' } });
    // The transaction fails after the adoption: it takes the adoption with it.
    await api.database.sql('alter table command add constraint stop check (length(id) < 5) not valid');
    const stopped = await handler.mutate('cases', 'execute', { ...command, expectedVersion: view.version });
    await api.database.sql('alter table command drop constraint stop');
    expect(stopped).toMatchObject({ failure: { code: 'unexpected' } });
    expect(await api.database.sql('select stream_id as s from file where id = $1', [fileId])).toEqual([{ s: null }]);
    expect(await check()).toEqual([]);
    expect(await handler.mutate('cases', 'execute', { ...command, expectedVersion: view.version })).toMatchObject({
      ok: true,
    });
    expect(await check()).toEqual([]);
  });
});
