/** A pasted list of applicants, row by row. Everybody here is invented. */
import { describe, expect, it } from 'vitest';
import { maxApplicants, readApplicantList, takeable } from './applicant-list.ts';

const row = (text: string) => readApplicantList(text)[0];

describe('a pasted list', () => {
  it('is read by its headings, in any order of columns', () => {
    const rows = readApplicantList(
      '序号\t住址\t姓名\t联系电话\t身份证号\n1\t青石镇1号\t王伟\t0999-5551001\t11010519491231002X',
    );
    expect(rows).toEqual([
      {
        line: 2,
        name: '王伟',
        idNumber: '11010519491231002X',
        telephone: '0999-5551001',
        address: '青石镇1号',
        problems: [],
      },
    ]);
  });

  it('is read by what stands in the cells where there is no heading', () => {
    expect(row('3\t李某\t13800000000\t青石镇梧桐路2号')).toMatchObject({
      name: '李某',
      telephone: '13800000000',
      address: '青石镇梧桐路2号',
    });
    expect(row('张三丰，110105194912310 02X，')).toMatchObject({ name: '张三丰' });
  });

  it('takes a column of names alone, of two characters and of rare ones', () => {
    const rows = readApplicantList('王伟\n𬱖䶮\n欧阳修远\n');
    expect(rows.map((r) => r.name)).toEqual(['王伟', '𬱖䶮', '欧阳修远']);
    expect(rows.every((r) => r.problems.length === 0)).toBe(true);
  });

  it('says what is wrong with a row, at its line, and takes the others', () => {
    const rows = readApplicantList(
      '姓名\t证件号码\n王伟\t11010519491231002X\n\t11010519491231002X\n李四\t123\n王五\t110105194912310021\n王伟\t',
    );
    expect(rows.map((r) => [r.line, ...r.problems])).toEqual([
      [2],
      [3, 'name-missing', 'id-number-twice'],
      [4, 'id-number-length'],
      [5, 'id-number-check'],
      [6, 'named-twice'],
    ]);
    // A number that looks odd is a hint: the paper says what it says. So is a name twice.
    expect(takeable(rows).map((r) => r.line)).toEqual([2, 4, 5, 6]);
  });

  it('looks at no organisation’s number as at a citizen’s', () => {
    expect(row('云岭县百川建材有限公司\t91530000MA6K000000')?.problems).toEqual([]);
  });

  it('ends at what one case takes', () => {
    const rows = readApplicantList(Array.from({ length: maxApplicants + 3 }, (_, i) => `申请${i}`).join('\n'));
    expect(rows.filter((r) => r.problems.includes('too-many'))).toHaveLength(3);
    expect(takeable(rows)).toHaveLength(maxApplicants);
  });

  it('is empty where nothing was pasted', () => {
    expect(readApplicantList(' \n\n')).toEqual([]);
  });
});
