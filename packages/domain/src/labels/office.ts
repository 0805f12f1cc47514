/** What is wrong with the beginnings of an office, and the words of its ledgers, in both languages. */
import type { Language } from '../calendar/civil-date.ts';
import type { FieldProblem } from '../errors.ts';
import { chineseColumns, type OrganColumn, organColumns } from '../office/init-plan.ts';

type Both = Readonly<Record<Language, string>>;

const rules: Readonly<Record<string, Both>> = {
  required: { 'zh-CN': '不能为空', en: 'must be filled in' },
  'too-long': { 'zh-CN': '最多 {max} 个字', en: 'may have {max} characters at most' },
  'not-one-of': { 'zh-CN': '“{given}”不在可选项中：{options}', en: '“{given}” is none of: {options}' },
  'institution-and-prefix': {
    'zh-CN': '复议机构与案号前缀应当同时填写，或者都不填',
    en: 'institution and number prefix go together: give both or neither',
  },
  'given-twice': { 'zh-CN': '“{given}”与{line}重复', en: '“{given}” is already at {line}' },
  'unknown-parent': { 'zh-CN': '没有代码为“{given}”的机关', en: 'there is no organ with the code “{given}”' },
  'parent-ring': { 'zh-CN': '上级关系循环（“{given}”又在其下级）', en: 'the organs stand in a ring (“{given}”)' },
  'username-form': {
    'zh-CN': '用户名为 3 至 30 个小写字母、数字、下划线或点',
    en: 'a user name is 3 to 30 lower-case letters, digits, underscores or dots',
  },
  'same-administrator': {
    'zh-CN': '三名管理员应当是不同的人，用户名不能相同',
    en: 'the three administrators are separate people: each needs a user name of their own',
  },
  'password-length': { 'zh-CN': '密码为 {min} 至 {max} 位', en: 'a password has {min} to {max} characters' },
  'missing-column': { 'zh-CN': '表头缺少这一列', en: 'the heading lacks this column' },
  'unknown-column': { 'zh-CN': '没有“{given}”这一列', en: 'there is no column “{given}”' },
  'twice-column': { 'zh-CN': '表头中这一列出现了两次', en: 'the heading has this column twice' },
  'broken-row': { 'zh-CN': '这一行的引号不完整，读不出来', en: 'this row cannot be read: a quote is not closed' },
  'too-many-cells': { 'zh-CN': '这一行比表头多 {n} 格', en: 'this row has {n} more cells than the heading' },
  'not-utf8': { 'zh-CN': '文件不是 UTF-8 编码，请另存为 CSV UTF-8', en: 'the file is not UTF-8: save it as CSV UTF-8' },
};

const places: Readonly<Record<string, Both>> = {
  organ: { 'zh-CN': '行政复议机关', en: 'reviewing organ' },
  organs: { 'zh-CN': '机关表', en: 'table of organs' },
  'administrators.system': { 'zh-CN': '系统管理员', en: 'system administrator' },
  'administrators.security': { 'zh-CN': '安全管理员', en: 'security administrator' },
  'administrators.auditor': { 'zh-CN': '审计员', en: 'auditor' },
};
const fields: Readonly<Record<string, Both>> = {
  username: { 'zh-CN': '用户名', en: 'user name' },
  name: { 'zh-CN': '姓名', en: 'name' },
  password: { 'zh-CN': '初始密码', en: 'first password' },
};

const isColumn = (text: string): text is OrganColumn => organColumns.some((column) => column === text);
const columnName = (column: string, language: Language): string =>
  !isColumn(column) ? column : language === 'zh-CN' ? `${chineseColumns[column]}（${column}）` : column;

function lineName(line: number, language: Language): string {
  if (line === 0) return language === 'zh-CN' ? '行政复议机关' : 'the reviewing organ';
  return language === 'zh-CN' ? `第 ${line} 行` : `line ${line}`;
}

/** Where a problem lies: 第 12 行，级别（level）. */
export function initPlace(field: string, language: Language): string {
  const [part = '', at = '', column = ''] = field.split('.');
  const comma = language === 'zh-CN' ? '，' : ', ';
  if (part === 'organs') {
    const line = at === '' ? (places.organs?.[language] ?? '') : lineName(Number(at), language);
    return column === '' ? line : `${line}${comma}${columnName(column, language)}`;
  }
  if (part === 'organ') return `${places.organ?.[language]}${comma}${columnName(at, language)}`;
  return `${places[`${part}.${at}`]?.[language] ?? part}${comma}${fields[column]?.[language] ?? column}`;
}

/** The rule alone: beside the field itself. */
export function initRule(problem: FieldProblem, language: Language): string {
  const said = rules[problem.rule]?.[language] ?? problem.rule;
  return said.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = problem.params?.[name] ?? '';
    return name === 'line' && typeof value === 'number' ? lineName(value, language) : String(value);
  });
}

/** The whole sentence, for a list of everything that is wrong. */
export const initProblem = (problem: FieldProblem, language: Language): string =>
  `${initPlace(problem.field, language)}${language === 'zh-CN' ? '：' : ': '}${initRule(problem, language)}`;
