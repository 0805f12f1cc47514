/** Forms over the API: what the record proposes, the Word file that is made, and whose it is. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FormValues } from '@redress/domain/documents/fill';
import { type FormField, type FormKind, formKinds, formOf, templateOf } from '@redress/domain/documents/forms';
import type { LawsuitView } from '@redress/domain/litigation/view-types';
import { Document, Packer, Paragraph } from 'docx';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Browser, demoPeople, newCommandId, testApi } from '../../testing/api.ts';
import { aLawsuit, policeId as police, suitStep, suitView } from '../../testing/lawsuits.ts';
import { issueDocument, templateFolder } from './issue-document.ts';
import type { FormToFill } from './types.ts';

/** The words of a Word file, its footers too. */
function textOf(bytes: Uint8Array): string {
  const zip = new PizZip(bytes);
  return Object.keys(zip.files)
    .filter((name) => /^word\/(document|footer\d*)\.xml$/.test(name))
    .map((name) => zip.file(name)?.asText() ?? '')
    .join('\n')
    .replace(/<w:p[ >]/g, '\n$&')
    .replace(/<[^>]+>/g, '');
}

/** A sound value for every field of a form. */
const sound = (fields: readonly FormField[]): FormValues =>
  Object.fromEntries(
    fields.map((f): [string, FormValues[string]] => [
      f.name,
      f.kind === 'rows'
        ? [sound(f.columns ?? []) as Record<string, string>]
        : f.kind === 'yes-no'
          ? true
          : f.kind === 'number'
            ? 1
            : f.kind === 'day'
              ? '2026-03-20'
              : f.kind === 'time'
                ? '09:30'
                : f.kind === 'choice'
                  ? ({
                      rank: 'head',
                      ground: 'accident',
                      proof: 'sealed',
                      agent: 'staff',
                      level: 'first',
                      notice: 'shall',
                      role: 'original-organ',
                      authority: 'general',
                      proofResult: 'accepted',
                    }[f.options ?? 'rank'] ?? '')
                  : `〔${f.name}〕`,
    ]),
  );

describe.each(formKinds)('the template of %s', (kind: FormKind) => {
  it('shows every field of the form and the template’s own name, and nothing is left in braces', async () => {
    const { bytes, template } = await issueDocument(kind, sound(formOf(kind).fields));
    const text = textOf(bytes);
    expect(text).not.toMatch(/[{}]/);
    expect(text).not.toContain('undefined');
    expect(template).toBe(templateOf(kind));
    expect(text).toContain(`格式文本 ${template}`);
    for (const f of formOf(kind).fields) {
      if (f.kind === 'text' || f.kind === 'long-text') expect(text, f.name).toContain(`〔${f.name}〕`);
      for (const c of f.columns ?? []) if (c.kind === 'text') expect(text, c.name).toContain(`〔${c.name}〕`);
    }
    expect(text).toContain('2026年3月20日');
  });
});

describe('a template that the office changed', () => {
  it('is refused with the name of a field that the form does not have', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'redress-templates-'));
    try {
      cpSync(templateFolder, folder, { recursive: true });
      const children = [new Paragraph('{court}：{leaderNickname}')];
      writeFileSync(
        path.join(folder, 'identity-proof-1.docx'),
        await Packer.toBuffer(new Document({ sections: [{ children }] })),
      );
      await expect(
        issueDocument('identity-proof', sound(formOf('identity-proof').fields), folder),
      ).rejects.toMatchObject({
        failure: {
          code: 'invalid-input',
          fields: [{ field: 'identity-proof-1.docx: {leaderNickname}', rule: 'unknown-field' }],
        },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a form of a lawsuit', () => {
  let api: Api;
  let handler: Browser;
  let liaison: Browser;
  let suit: LawsuitView;

  const fieldsOf = async (browser: Browser, kind: FormKind, organId = police): Promise<FormToFill> => {
    const answer = await browser.query('documents', 'fields', { lawsuitId: suit.id, kind, organId });
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    return answer.data;
  };
  const valuesOf = (form: FormToFill): FormValues => Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  const issuing = async (browser: Browser, kind: FormKind, fields: FormValues, commandId = newCommandId()) => {
    const { version: expectedVersion } = await suitView(browser, suit.id);
    return browser.mutate('documents', 'issue', {
      lawsuitId: suit.id,
      kind,
      organId: police,
      expectedVersion,
      commandId,
      fields: fields as never,
    });
  };

  beforeAll(async () => {
    api = await testApi();
    handler = await api.as(demoPeople.handler);
    liaison = await api.as(demoPeople.policeLiaison);
    suit = await aLawsuit(api, { session: { on: '2026-03-24', time: '09:30', place: '第二审判庭' } });
    await suitStep(liaison, suit, 'plan-leader', {
      leader: { name: '郁山岚', title: '副局长', rank: 'deputy' },
    });
  });

  it('is proposed from the record: court, session, leader', async () => {
    const form = await fieldsOf(liaison, 'identity-proof');
    expect(valuesOf(form)).toMatchObject({
      court: '云岭县人民法院',
      caseName: '黎向晨诉云岭县公安局行政处罚决定一案',
      organName: '云岭县公安局',
      leaderName: '郁山岚',
      sessionDay: '2026-03-24',
    });
    expect(form).toMatchObject({ template: 'identity-proof-1', articles: ['LEAD2020 6(1)'], cautions: [] });
  });

  it('is made, put into the file, and read back by the organ and by the office', async () => {
    const form = await fieldsOf(liaison, 'identity-proof');
    const answer = await issuing(liaison, 'identity-proof', valuesOf(form));
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const document = answer.data.documents.find((d) => d.kind === 'identity-proof');
    const fileId = document?.fileIds[0];
    const item = answer.data.files.find((f) => f.id === fileId);
    expect(item?.name).toBe(`出庭负责人身份证明-云岭县公安局-${suit.instances[0]?.courtNumber}.docx`);
    for (const browser of [liaison, handler]) {
      const download = await browser.fetch(`/api/files/${fileId}`);
      const text = textOf(new Uint8Array(await download.arrayBuffer()));
      expect(text).toContain('兹证明郁山岚系云岭县公安局副职负责人，现任副局长');
      expect(text).toContain('定于2026年3月24日09:30在第二审判庭开庭');
    }
    expect(answer.data.timeline.find((e) => e.type === 'form-issued')?.payload).toMatchObject({
      template: 'identity-proof-1',
    });
  });

  it('is made once, however often the command is sent', async () => {
    const form = await fieldsOf(liaison, 'identity-proof');
    const commandId = newCommandId();
    const first = await issuing(liaison, 'identity-proof', valuesOf(form), commandId);
    const again = await issuing(liaison, 'identity-proof', valuesOf(form), commandId);
    if (!first.ok || !again.ok) throw new Error(JSON.stringify([first, again]));
    expect(again.data.version).toBe(first.data.version);
    expect(again.data.documents).toEqual(first.data.documents);
    const other = await issuing(liaison, 'power-of-attorney', {}, commandId);
    expect(other).toMatchObject({ failure: { code: 'command-reused' } });
  });

  it('is refused with each field that is missing or unknown, and leaves nothing behind', async () => {
    const before = await suitView(liaison, suit.id);
    const form = await fieldsOf(liaison, 'identity-proof');
    const answer = await issuing(liaison, 'identity-proof', { ...valuesOf(form), leaderTitle: '', seal: '红' });
    expect(answer).toMatchObject({
      failure: {
        code: 'invalid-input',
        fields: [
          { field: 'fields.seal', rule: 'unknown-field' },
          { field: 'fields.leaderTitle', rule: 'required' },
        ],
      },
    });
    expect((await suitView(liaison, suit.id)).version).toBe(before.version);
  });

  it('of an organ that is not in the suit is not found, nor is another department’s', async () => {
    const market = demoPeople.marketLiaison.organId;
    for (const browser of [handler, liaison]) {
      const answer = await browser.query('documents', 'fields', {
        lawsuitId: suit.id,
        kind: 'identity-proof',
        organId: market,
      });
      expect(answer).toMatchObject({ failure: { code: 'not-found' } });
    }
    const stranger = await api.as(demoPeople.marketLiaison);
    const answer = await stranger.query('documents', 'fields', {
      lawsuitId: suit.id,
      kind: 'identity-proof',
      organId: police,
    });
    expect(answer).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('makes the explanation of an absence and the register of a session as well', async () => {
    const explanation = {
      ...valuesOf(await fieldsOf(liaison, 'absence-explanation')),
      ground: 'irreplaceable-duty',
      reason: '须主持全县防汛调度。',
      proof: 'sealed',
      askedAdjournment: false,
      delegates: [{ name: '古明', title: '法制大队大队长', actsInPower: true }],
    };
    const explained = await issuing(liaison, 'absence-explanation', explanation);
    if (!explained.ok) throw new Error(JSON.stringify(explained.failure));
    const register = {
      ...valuesOf(await fieldsOf(handler, 'appearance-register')),
      appeared: false,
      recordedBy: '沈知微',
    };
    const recorded = await issuing(handler, 'appearance-register', register);
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.failure));
    const fileId = recorded.data.documents.find((d) => d.kind === 'absence-explanation')?.fileIds[0];
    const text = textOf(new Uint8Array(await (await handler.fetch(`/api/files/${fileId}`)).arrayBuffer()));
    expect(text).toContain('因需要履行他人不能代替的公务，不能出庭应诉。具体理由：须主持全县防汛调度。');
    expect(text).toContain('1．古明，法制大队大队长（是否具体行使行政职权：是）');
  });
});
