/** What the words of an act say of it. All acts and people here are invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../calendar/civil-date.ts';
import { type ActTextField, chineseNumber, daysIn, readActText } from './act-text.ts';

const of = (text: string, field: ActTextField) => readActText(text).find((f) => f.field === field)?.value;

const police = `云岭县公安局
行政处罚决定书
云公（治）行罚决字〔2026〕第15号
违法行为人：李知白，男，1986年4月1日出生，公民身份号码530000198604010011，现住青石镇梧桐路1号。
现查明：2026年2月11日15时许，李知白在青石镇集市因摊位与他人争执并推搡。
以上事实有当事人陈述、证人证言等证据证实。根据《中华人民共和国治安管理处罚法》第四十三条第一款之规定，现决定给予李知白罚款五百元的行政处罚。
如不服本决定，可以在收到本决定书之日起六十日内向云岭县人民政府申请行政复议，或者在六个月内依法向云岭县人民法院提起行政诉讼。
云岭县公安局
二〇二六年三月二日`;

describe('a penalty of the police', () => {
  it.each([
    ['number', '云公（治）行罚决字〔2026〕第15号'],
    ['name', '行政处罚决定'],
    ['organ', '云岭县公安局'],
    ['madeOn', '2026-03-02'],
    ['amount', 50_000],
    ['person', '李知白'],
    ['rights', 'told'],
  ] as const)('has its %s', (field, value) => {
    expect(of(police, field)).toBe(value);
  });
  it('has what it ordered, in its own words', () => {
    expect(of(police, 'content')).toContain('罚款五百元');
  });
  it('gives every finding with the words it was found in', () => {
    for (const { quote, field } of readActText(police)) expect(police, field).toContain(quote);
  });
});

/** One line per invented act: what is pasted, and what has to be found. */
const samples: readonly (readonly [string, string, Partial<Record<ActTextField, unknown>>])[] = [
  [
    'a market penalty with Arabic digits and a comma in the sum',
    '云岭县市场监督管理局行政处罚决定书\n云市监处罚〔2025〕56号\n当事人：云岭县满谷粮油店\n本局决定对当事人处以没收违法所得并罚款20,000元。\n2025年11月18日',
    {
      number: '云市监处罚〔2025〕56号',
      name: '行政处罚决定',
      madeOn: '2025-11-18',
      amount: 2_000_000,
      person: '云岭县满谷粮油店',
    },
  ],
  [
    'square brackets and full-width digits',
    '云岭县交通运输局\n当场行政处罚决定书\n云交当罚字［２０２６］２０７号\n被处罚人：王伟\n处警告，并处罚款２００元。\n２０２６年１月９日',
    {
      number: '云交当罚字〔2026〕207号',
      name: '当场行政处罚决定',
      organ: '云岭县交通运输局',
      madeOn: '2026-01-09',
      amount: 20_000,
      person: '王伟',
    },
  ],
  [
    'a work injury found none',
    '云岭县人力资源和社会保障局不予认定工伤决定书\n编号：云人社工认〔2025〕88号\n申请人：陆川\n经审查，决定不予认定为工伤。\n二〇二五年十二月三十一日',
    {
      number: '云人社工认〔2025〕88号',
      name: '不予认定工伤决定',
      organ: '云岭县人力资源和社会保障局',
      madeOn: '2025-12-31',
      person: '陆川',
    },
  ],
  [
    'an answer on information',
    '云岭县自然资源和规划局\n政府信息公开申请答复书\n云自然资告〔2026〕21号\n你申请公开的信息不存在。\n2026 年 2 月 6 日',
    {
      number: '云自然资告〔2026〕21号',
      name: '政府信息公开申请答复',
      organ: '云岭县自然资源和规划局',
      madeOn: '2026-02-06',
    },
  ],
  [
    'a township orders a wall pulled down',
    '青石镇人民政府\n责令限期拆除通知书\n青政限拆字〔2025〕第3号\n当事人：赵四\n责令限期拆除违法建设。\n二〇二五年八月十五日',
    { number: '青政限拆字〔2025〕第3号', organ: '青石镇人民政府', madeOn: '2025-08-15', person: '赵四' },
  ],
  [
    'an expropriation with a sum in myriads',
    '云岭县人民政府房屋征收补偿决定\n云政征补〔2026〕4号\n被征收人：何其\n补偿款合计12.5万元。\n2026年3月1日',
    {
      number: '云政征补〔2026〕4号',
      name: '房屋征收补偿决定',
      organ: '云岭县人民政府',
      amount: 12_500_000,
      madeOn: '2026-03-01',
    },
  ],
  [
    'a sum in the bank’s characters',
    '云岭县税务局税务行政处罚决定书\n云税罚〔2025〕12号\n当事人：云岭县长风运输有限公司\n决定处以罚款人民币壹万贰仟元。\n二〇二五年九月十日',
    { number: '云税罚〔2025〕12号', organ: '云岭县税务局', amount: 1_200_000, madeOn: '2025-09-10' },
  ],
  [
    'a seizure',
    '云岭县综合行政执法局扣押决定书\n云综执扣字〔2026〕第8号\n当事人：钱塘\n决定扣押电动三轮车一辆。\n二〇二六年一月三十日',
    {
      number: '云综执扣字〔2026〕第8号',
      name: '扣押决定',
      organ: '云岭县综合行政执法局',
      madeOn: '2026-01-30',
      amount: undefined,
    },
  ],
  [
    'a police station in its own name',
    '云岭县公安局青石派出所\n行政处罚决定书\n云公（青）行罚决字〔2026〕31号\n违法行为人：孙小\n给予警告。\n二〇二六年二月二十八日',
    { number: '云公（青）行罚决字〔2026〕31号', organ: '云岭县公安局青石派出所', madeOn: '2026-02-28', person: '孙小' },
  ],
  [
    'a licence refused',
    '云岭县住房和城乡建设局不予行政许可决定书\n云建不许〔2026〕2号\n申请人：云岭县百川建材有限公司\n决定不予行政许可。\n2026年02月14日',
    { number: '云建不许〔2026〕2号', name: '不予行政许可决定', organ: '云岭县住房和城乡建设局', madeOn: '2026-02-14' },
  ],
  [
    'a serial in Chinese numerals',
    '白鹭乡人民政府土地权属争议处理决定书\n白政处字〔二〇二五〕十二号\n申请人：周五\n二〇二五年十月八日',
    {
      number: '白政处字〔2025〕12号',
      name: '土地权属争议处理决定',
      organ: '白鹭乡人民政府',
      madeOn: '2025-10-08',
      person: '周五',
    },
  ],
  [
    'a fine by a camera',
    '云岭县公安局交通警察大队行政处罚决定书\n编号 云公交决字〔2026〕第0012345号\n被处罚人：吴双\n决定处以罚款200元，记3分。\n2026年3月3日',
    { number: '云公交决字〔2026〕第0012345号', amount: 20_000, madeOn: '2026-03-03', person: '吴双' },
  ],
  [
    'a complaint answered without a number',
    '关于郑七举报事项的举报处理告知书\n云岭县生态环境局\n你举报的事项经查不属实。\n2026年1月20日',
    { number: undefined, organ: '云岭县生态环境局', madeOn: '2026-01-20' },
  ],
  [
    'a person with a name of two characters and one with a rare one',
    '云岭县卫生健康局行政处罚决定书\n云卫医罚〔2026〕7号\n当事人：𬱖䶮\n决定给予警告。\n2026年2月3日',
    { number: '云卫医罚〔2026〕7号', person: '𬱖䶮', madeOn: '2026-02-03' },
  ],
  [
    'a private letter',
    '各位邻居：周末停水，请提前储水。谢谢。',
    { number: undefined, organ: undefined, madeOn: undefined, rights: undefined },
  ],
  ['nothing', '  \n ', { number: undefined, name: undefined }],
];

describe('the text of an act', () => {
  it.each(samples)('%s', (_, text, wanted) => {
    for (const [field, value] of Object.entries(wanted)) expect(of(text, field as ActTextField), field).toBe(value);
  });

  it('is dated by its signature and not by the offence or the birth', () => {
    expect(of('当事人：甲一，1990年1月1日出生。2025年6月1日违法停车。\n云岭县交通运输局\n2025年6月9日', 'madeOn')).toBe(
      '2025-06-09',
    );
  });

  it('names a statute and not as its number', () => {
    expect(of('依据国办发〔2020〕1号文件办理。', 'number')).toBe('国办发〔2020〕1号');
    const both = '云住建罚〔2026〕9号\n依据云政发〔2020〕1号文件，决定罚款100元。';
    expect(of(both, 'number')).toBe('云住建罚〔2026〕9号');
  });
});

describe('what the act told of the rights (20(3))', () => {
  const body = '云岭县公安局行政处罚决定书 云公行罚决字〔2026〕9号 现查明当事人于集市争执推搡，'.padEnd(
    130,
    '事实清楚证据充分',
  );
  it('is told where right, organ and limit stand together', () => {
    expect(of(`${body}。可以在六十日内向云岭县人民政府申请行政复议。二〇二六年三月二日`, 'rights')).toBe('told');
  });
  it('is told in part where one of them is missing', () => {
    expect(of(`${body}。如不服可以依法申请行政复议。二〇二六年三月二日`, 'rights')).toBe('partly-told');
  });
  it('is not told where a whole act says nothing of it', () => {
    expect(of(`${body}。二〇二六年三月二日`, 'rights')).toBe('not-told');
  });
  it('cannot be told from a fragment', () => {
    expect(of('罚款五百元', 'rights')).toBeUndefined();
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['二〇二六', 2026],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['五百', 500],
    ['二万三千', 23_000],
    ['一百零八', 108],
    ['壹万贰仟', 12_000],
    ['两千', 2000],
  ])('%s is %i', (text, n) => {
    expect(chineseNumber(text)).toBe(n);
  });
  it.each(['', '甲', '五百块'])('%s is none', (text) => {
    expect(chineseNumber(text)).toBeNull();
  });
  it('is no day that the calendar does not have', () => {
    expect(daysIn('2026年2月30日，二〇二六年十三月一日')).toEqual([]);
  });
});

const numeralsOf = (n: number): string => {
  const d = [...'〇一二三四五六七八九'];
  if (n < 10) return d[n] ?? '';
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : d[tens]}十${ones === 0 ? '' : d[ones]}`;
};

describe('whatever is pasted', () => {
  it('any day is read alike in digits and in characters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (y, m, d) => {
          const year = [...String(y)].map((c) => '〇一二三四五六七八九'[Number(c)]).join('');
          const wanted = civilDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
          expect(daysIn(`${year}年${numeralsOf(m)}月${numeralsOf(d)}日`).map((x) => x.on)).toEqual([wanted]);
          expect(daysIn(`${y}年${m}月${d}日`).map((x) => x.on)).toEqual([wanted]);
        },
      ),
    );
  });

  it('never fails, proposes a field once, and quotes what stands there', () => {
    const piece = fc.constantFrom(
      '云岭县',
      '公安局',
      '〔2026〕',
      '第15号',
      '罚款',
      '五百元',
      '二〇二六年',
      '三月二日',
      '当事人：',
      '\n',
      '。',
      '（',
      '12,000.50',
      '万元',
      '申请行政复议',
      '六十日',
      '𬱖',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const found = readActText(pieces.join(''));
        expect(new Set(found.map((f) => f.field)).size).toBe(found.length);
        for (const f of found) {
          if (f.field === 'amount') expect(Number.isSafeInteger(f.value) && f.value > 0).toBe(true);
          if (f.field === 'madeOn') expect(civilDate(f.value)).toBe(f.value);
        }
      }),
    );
  });

  it('is read in a moment, however long and however repetitive', () => {
    const long = '云岭县公安局（治）行罚决字〔2026〕'.repeat(4000);
    expect(readActText(long).length).toBeLessThan(9);
  });
});
