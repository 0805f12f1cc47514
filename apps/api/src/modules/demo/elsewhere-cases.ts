/** A few cases of the other county and of the city above: another office's cases, and what a superior sees and does. */
import type { OrganId } from '@redress/domain/ids';
import { chengling, governmentId, jichuan, otherCountyId, demoPeople as people } from './demo-office.ts';
import { citizen, company, type Days, decision, type Plan, revoked, Story, upheld } from './story.ts';

const police = ['organ-jichuan-police' as OrganId];
const market = ['organ-jichuan-market' as OrganId];

/** Cases of 霁川县 and 澄陵市. */
export function elsewhereCases(d: Days): readonly Story[] {
  const stories: Story[] = [];
  const open = (plan: Plan) => {
    const story = new Story(d, plan);
    stories.push(story);
    return story;
  };
  const other = { desk: jichuan, respondents: police, matter: 'police-penalty' } as const;
  open({ ...other, key: 'j501', applicants: [citizen('柳扶风', 501, '霁川县')], received: d.ago(2) });
  open({ ...other, key: 'j502', applicants: [citizen('沙千里', 502, '霁川县')], received: d.ago(12) })
    .accept(3)
    .copy();
  open({ ...other, key: 'j503', applicants: [citizen('钱塘', 503, '霁川县')], received: d.ago(95) })
    .accept(3)
    .review()
    .decide(28, decision(upheld))
    .serve(29);
  open({
    ...other,
    key: 'j504',
    respondents: market,
    matter: 'market-penalty',
    applicants: [company('霁川县朗月酒业有限公司', '池月东', 504)],
    received: d.ago(130),
  })
    .accept(2)
    .review()
    .decide(27, { ...decision(revoked), redo: { days: 60 } })
    .serve(28);
  // 中止已久：上级机关可以责令恢复（第四十条）
  open({ ...other, key: 'j505', applicants: [citizen('安若素', 505, '霁川县')], received: d.ago(70) })
    .accept(3)
    .review()
    .suspend(14, 'other', '承办人员变动，暂缓审理。')
    .step(d.ago(6), people.cityHandler, 'order-resumption', {
      byOrgan: '澄陵市人民政府',
      reason: '行政复议中止没有正当理由，责令恢复审理。',
    });
  // 不予受理：申请人可以向上级机关反映（第三十五条）
  open({ ...other, key: 'j506', applicants: [citizen('燕归来', 506, '霁川县')], received: d.ago(15) })
    .refuse(3, 'within-scope', '申请人的请求不属于行政复议受理范围。')
    .step(d.ago(4), people.cityHandler, 'order-acceptance', {
      byOrgan: '澄陵市人民政府',
      reason: '所申请的事项属于行政复议受理范围，无正当理由不予受理，责令受理。',
    });

  const city = { desk: chengling, matter: 'land-information' } as const;
  open({
    ...city,
    key: 'c601',
    respondents: ['organ-chengling-land' as OrganId],
    applicants: [citizen('楼听雨', 601, '澄陵市')],
    received: d.ago(4),
  });
  open({
    ...city,
    key: 'c602',
    matter: 'town-agreement',
    respondents: [governmentId],
    applicants: [citizen('祝长青', 602, '澄陵市')],
    received: d.ago(25),
  })
    .accept(3)
    .copy();
  open({
    ...city,
    key: 'c603',
    matter: 'housing-demolition',
    respondents: [otherCountyId],
    applicants: [citizen('易水寒', 603, '澄陵市')],
    received: d.ago(110),
  })
    .accept(3)
    .review()
    .decide(30, decision(upheld))
    .serve(31);
  return stories;
}
