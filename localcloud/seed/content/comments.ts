/** What example citizens say about the open campaign. `待审示例` makes the check of this machine doubt, so that it waits for staff. */
export const comments: string[] = [
  '门前一直很干净，早上出门看着舒服。（示例）',
  '希望多选几家小街上的自律组织，大马路本来就容易做好。（示例）',
  '我们弄堂口的几家店轮流扫地，坚持了三年，值得推荐。（示例）',
  '投票说明写得清楚，老人家也看得懂。（示例）',
  '待审示例：晚上的外摆有点占道，评选时请一起看看。（示例）',
  '待审示例：我拍了照片，想让评审的老师看看实际情况。（示例）',
]
