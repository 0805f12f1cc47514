/**
 * Makes the first Word templates of the forms, once: `node apps/api/templates/make-templates.ts`. The office may restyle
 * the files; the names in braces are the form's fields (`packages/domain/src/documents/forms.ts`), and a test compares.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

const folder = import.meta.dirname;
const mm = (n: number): number => Math.round((n / 25.4) * 1440);

const title = '方正小标宋简体';
const body = '仿宋_GB2312';
const size = { title: 44, body: 32, cell: 24, small: 18 };

const run = (text: string, half: number, font = body, bold = false): TextRun =>
  new TextRun({ text, size: half, bold, font: { name: font, eastAsia: font } });

const line = (text: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...more,
    children: [run(text, size.body)],
  });
/** 首行缩进两字。 */
const indented = (text: string): Paragraph => line(text, { indent: { firstLine: 640 } });
const heading = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 480 },
    children: [run(text, size.title, title)],
  });
const right = (text: string): Paragraph => line(text, { alignment: AlignmentType.RIGHT, indent: { right: 640 } });

/** The seal goes over the organ's name and the day. */
const signed = (name = '{organName}（盖章）'): Paragraph[] => [line(''), right(name), right('{madeOn}')];

const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: edge, bottom: edge, left: edge, right: edge };
const cell = (text: string, width: number, more: { span?: number; head?: boolean } = {}): TableCell =>
  new TableCell({
    borders,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(more.span === undefined ? {} : { columnSpan: more.span }),
    children: [
      new Paragraph({
        alignment: more.head === true ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [run(text, size.cell, body, more.head === true)],
      }),
    ],
  });

const full = mm(156);
const table = (columns: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({ width: { size: full, type: WidthType.DXA }, columnWidths: [...columns], rows: [...rows] });
const row = (...children: TableCell[]): TableRow => new TableRow({ cantSplit: true, children });

async function make(name: string, children: (Paragraph | Table)[]): Promise<void> {
  const document = new Document({
    creator: 'Redress',
    title: name,
    styles: { default: { document: { run: { font: { name: body, eastAsia: body }, size: size.body } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ alignment: AlignmentType.RIGHT, children: [run('格式文本 {template}', size.small)] }),
            ],
          }),
        },
        children,
      },
    ],
  });
  writeFileSync(path.join(folder, `${name}.docx`), await Packer.toBuffer(document));
}

await make('identity-proof-1', [
  heading('出庭负责人身份证明'),
  line('{court}：'),
  indented(
    '兹证明{leaderName}系{organName}{leaderRank}，现任{leaderTitle}{#has_charge}，分管{charge}{/has_charge}{#has_termFrom}，任职时间自{termFrom}起{/has_termFrom}。',
  ),
  indented(
    '你院受理的{caseName}，案号{courtNumber}，定于{sessionDay}{sessionTime}在{sessionPlace}开庭。{leaderName}代表我机关出庭应诉，行使诉讼权利，履行诉讼义务。',
  ),
  indented('特此证明。'),
  ...signed(),
]);

await make('absence-explanation-1', [
  heading('关于行政机关负责人不能出庭的情况说明'),
  line('{court}：'),
  indented('你院受理的{caseName}，案号{courtNumber}，定于{sessionDay}{sessionTime}在{sessionPlace}开庭。'),
  indented('我机关{leaderTitle}{leaderName}因{ground}，不能出庭应诉。具体理由：{reason}'),
  indented('{#has_attachments}所附证明材料：{attachments}。{/has_attachments}证明材料的认可方式：{proof}。'),
  indented('依照《中华人民共和国行政诉讼法》第三条第三款，我机关委托下列工作人员出庭：'),
  line('{#delegates}', {}),
  indented('{number}．{name}，{title}{#has_actsInPower}（是否具体行使行政职权：{actsInPower}）{/has_actsInPower}'),
  line('{/delegates}', {}),
  indented('{#has_askedAdjournment}是否申请延期开庭审理：{askedAdjournment}。{/has_askedAdjournment}'),
  indented('特此说明。'),
  ...signed(),
  right('主要负责人签字：＿＿＿＿＿＿'),
]);

const agentColumns = [mm(24), mm(34), mm(42), mm(28), mm(28)];
await make('power-of-attorney-1', [
  heading('授权委托书'),
  line('委托人：{organName}'),
  line('法定代表人（主要负责人）：{chiefName}，{chiefTitle}'),
  line(''),
  table(agentColumns, [
    row(
      ...['姓名', '身份', '单位', '职务', '代理权限'].map((text, i) =>
        cell(text, agentColumns[i] ?? 0, { head: true }),
      ),
    ),
    row(
      ...['{#agents}{name}', '{kind}', '{unit}', '{title}', '{authority}{/agents}'].map((text, i) =>
        cell(text, agentColumns[i] ?? 0),
      ),
    ),
  ]),
  line(''),
  indented('现委托上列受委托人在{caseName}（{court}，案号{courtNumber}）中，作为我机关的诉讼代理人参加诉讼。'),
  indented('委托事项和具体权限：{powers}'),
  indented('{#has_until}委托期限：{until}。{/has_until}'),
  ...signed('委托人：{organName}（盖章）'),
  right('法定代表人（主要负责人）：＿＿＿＿＿＿'),
]);

const four = [mm(34), mm(44), mm(34), mm(44)];
const pair = (a: string, b: string, c: string, d: string): TableRow =>
  row(
    cell(a, four[0] ?? 0, { head: true }),
    cell(b, four[1] ?? 0),
    cell(c, four[2] ?? 0, { head: true }),
    cell(d, four[3] ?? 0),
  );
const wide = (a: string, b: string): TableRow =>
  row(cell(a, four[0] ?? 0, { head: true }), cell(b, mm(122), { span: 3 }));
await make('appearance-register-1', [
  heading('行政机关出庭情况登记表'),
  table(four, [
    wide('案件名称', '{caseName}'),
    pair('人民法院', '{court}', '案号', '{courtNumber}'),
    pair('审级', '{level}', '是否公开开庭', '{isPublic}'),
    pair('行政机关', '{organName}', '诉讼地位', '{organRole}'),
    pair('开庭时间', '{sessionDay}{sessionTime}', '开庭地点', '{sessionPlace}'),
    pair('法院通知情况', '{notified}', '通知书送达日期', '{noticeServedOn}'),
    pair('负责人是否出庭', '{appeared}', '身份证明审查结果', '{proofResult}'),
    pair('负责人姓名', '{leaderName}', '职务', '{leaderTitle}'),
    pair('负责人类别', '{leaderRank}', '就实质性解决争议发表意见', '{spoke}'),
    pair('未经许可中途退庭', '{leftEarly}', '拒绝解释或者说明', '{refusedToExplain}'),
    wide('出庭工作人员', '{#staff}{number}．{name}（{title}） {/staff}'),
    pair('出庭律师人数', '{lawyers}', '未出庭的情形', '{ground}'),
    wide('未出庭理由', '{absenceReason}'),
    pair('证明材料', '{proof}', '法院是否认可', '{absenceAccepted}'),
    pair('是否计为负责人出庭', '{counts}', '不计的原因', '{notCounting}'),
    wide('应当提出司法建议的情形', '{triggers}'),
    wide('备注', '{remarks}'),
    pair('登记人', '{recordedBy}', '登记日期', '{madeOn}'),
  ]),
]);
