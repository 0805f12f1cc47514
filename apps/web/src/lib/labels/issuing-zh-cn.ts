/** 出具文书：表单、来源和提示。 */
export const issuingZhCn = {
  title: '出具文书',
  lead: '项目从案卷带出，可以修改；出具后成为 Word 文件存入本案，盖章后提交法院。',
  organ: '为哪个机关出具',
  session: '所涉开庭',
  cautions: '出具前请核对',
  under: '依据',
  row: (field: string, n: number) => `${field}（${n}）`,
  addRow: '添加一人',
  removeRow: (n: number) => `删除第${n}人`,
  issue: (form: string) => `出具${form}`,
  issued: (form: string) => `${form}已存入本案。`,
  needsSession: '本案还没有开庭记录。先登记开庭，再出具这份文书。',
};
export type IssuingWords = typeof issuingZhCn;
