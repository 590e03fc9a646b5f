import type { MessageKind } from '@contract/messages'

/** Kinds of messages, as people call them, and when they come. */
export const messageKindWords: Record<MessageKind, { name: string; line: string }> = {
  resultsPublished: { name: '结果公布', line: '你要求通知的投票公布结果时' },
  contentReleased: { name: '内容通过审核', line: '你写的意见由工作人员看过、已经公开时' },
  contentHidden: { name: '内容不予公开', line: '你写的意见没有公开时' },
  nominationReviewed: { name: '申报审核', line: '你的申报被退回修改、通过初审或者没有获得推荐时' },
  sessionOpened: { name: '评审开始', line: '你担任评委的评审开始打分时' },
  contentAnswered: { name: '意见有了答复', line: '主办单位答复你写的意见时' },
  caseMoved: { name: '随申拍进展', line: '你上报、参与或关注的问题有了进展时' },
  caseWork: { name: '案件办理提醒', line: '有案件派给你的部门、快到期或者已经超期时' },
  activityMoved: { name: '志愿活动变化', line: '你报名的活动轮到你、改期或者取消时' },
  activityReminder: { name: '志愿活动提醒', line: '你报名的活动前一天和开始前两小时' },
  hoursMoved: { name: '服务时长变化', line: '你的志愿服务时长更正、补录、撤销或者收到感谢时' },
  teamAnswered: { name: '服务队答复', line: '你申请加入的服务队答复你时' },
  volunteerWork: { name: '志愿服务工作提醒', line: '你负责的队伍有申请、补录，或者本周还没有活动时' },
  roleGranted: { name: '获得职责', line: '你被任命为工作人员时' },
  roleEnded: { name: '职责结束', line: '你的工作职责结束时' },
  deskSignedIn: { name: '电脑登录提醒', line: '有电脑用你的身份登录时，不受免打扰时间限制' },
}
