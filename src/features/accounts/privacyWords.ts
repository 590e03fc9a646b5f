/** What the privacy page says. The days are those of cloudfunctions/platform/retention.ts; a test compares them. */

export interface PrivacySection {
  title: string
  sentences: string[]
}

export const KEPT_DAYS = {
  messages: 180,
  deskSessions: 30,
  deskSignIns: 1,
  hiddenContents: 180,
  nominationDrafts: 180,
  madeDocuments: 1,
  problems: 30,
  work: 365,
  endedRoles: 1095,
}

const CITIZENS: PrivacySection[] = [
  {
    title: '我们用到什么',
    sentences: [
      '微信身份：用来保证一人一票，也是你的账号。我们看不到你的昵称、头像和好友，只记下第一次使用的时间。',
      '手机号：只在规定要验证手机号的投票中用到。只保存加密后的结果和“138******21”这样的显示，不能还原，不会打电话。',
      '相机和相册：只在你给意见或申报添加照片、或者扫码登录电脑时用到，只取你选的照片。',
      '剪贴板：只在你点“复制”时写入，从不读取。',
    ],
  },
  {
    title: '选票怎样保密',
    sentences: [
      '选票里没有你的名字、微信号和手机号，时间只记到分钟。',
      '凭证号只能查到选票在不在、有没有计入，查不到投给了谁。',
      '公布名单的时候，全部选票一起公开，供大家清点，没有名字，也没有时间。哪一行是你的，只有你登录以后知道。',
      '为了防止刷票，有的活动会问微信这个账号的风险等级，并记下账号是不是刚开始使用。网络地址只留下一个代号，换一个活动就不同，不能还原。活动的规则里会写明。',
    ],
  },
  {
    title: '消息和通知',
    sentences: [
      '小程序里的消息，只有你自己看得到。',
      '微信通知要你先同意才会发。你设置的免打扰时间也会保存，到点才发。',
    ],
  },
  {
    title: '你写的意见和照片',
    sentences: [
      '公开前，文字和照片会交给微信检查，看有没有违法内容。检查不了的，由内容审核员看。',
      '审核员看得到内容，看不到是谁写的。公开以后，别人也看不到是谁写的。',
      '没有通过的，你会看到原因，可以申请复核，也可以随时撤回。',
    ],
  },
  {
    title: '你提交的申报',
    sentences: [
      '草稿只有你自己看得到。提交以后，当地和市里的审核员看得到，看不到是谁的账号提交的。',
      '负责人姓名和电话加密保存，不公开。审核员需要联系或打印推荐表时才能看，每看一次都有记录。',
      '照片里的拍摄地点、时间和手机型号会去掉。进入候选以后，名称、介绍、实绩和照片会公开。',
    ],
  },
  {
    title: '扫码登录的电脑',
    sentences: [
      '我们会记下电脑的浏览器、网络地址、登录时间和最近使用时间，让你能认出来、随时让它退出。',
      '电脑上最长登录 10 小时，1 小时不用就自动退出，关闭网页也会退出。',
    ],
  },
]

const STAFF: PrivacySection = {
  title: '如果你是工作人员',
  sentences: [
    '任命时写的姓名、角色和地区，管理员看得到。',
    '你自愿留的姓名和电话加密保存，只有你和上级管理员看得到，每看一次都有记录。',
    '你用工作身份做的每一步都有工作记录：谁、什么时候、从哪里、改了什么。管理员和审计员可以查，不能改。',
  ],
}

const RETENTION: PrivacySection = {
  title: '保存多久',
  sentences: [
    '账号、手机号的加密结果、联系方式：到你删除或注销为止。',
    '选票、投票凭证、公布的名单、公开的意见、工作记录：作为活动档案长期保存。',
    `消息：${KEPT_DAYS.messages} 天。`,
    `没有公开或已经撤回的意见：${KEPT_DAYS.hiddenContents} 天，方便你申请复核。`,
    `没有提交或已经撤回的申报：${KEPT_DAYS.nominationDrafts} 天；提交了的作为活动档案保存，注销账号时去掉其中的负责人和电话。`,
    `导出和打印的文件：${KEPT_DAYS.madeDocuments} 天。`,
    `已经退出的电脑：${KEPT_DAYS.deskSessions} 天；没有用过的登录码：${KEPT_DAYS.deskSignIns} 天。`,
    `办完的工作事项：${KEPT_DAYS.work} 天；已经结束的工作身份：${KEPT_DAYS.endedRoles} 天（3 年）。`,
    `程序出错的记录：${KEPT_DAYS.problems} 天，里面没有你写的内容。`,
    '没提交的选票、关怀版的设置：只在你的手机上，删除小程序会一起清除。',
  ],
}

const RIGHTS: PrivacySection = {
  title: '你可以决定',
  sentences: [
    '看和导出：在“我的数据”里看我们保存了什么，导出成一个文件。',
    '改和删：联系方式可以随时改、随时删，意见可以撤回，电脑可以退出。',
    '注销账号：在“我的数据”里办。选票没有名字，会留下并照样计入。',
    '不同意使用手机号、照片或剪贴板，仍然可以看活动、看结果，也可以参加不要求手机号的投票。',
  ],
}

const QUESTIONS: PrivacySection = {
  title: '还有疑问',
  sentences: [
    '活动由谁主办，写在每个活动的“规则和安排”里，可以向主办单位询问。',
    '也可以点小程序右上角的“…”，选“反馈与投诉”告诉我们。',
  ],
}

export const PRIVACY_SECTIONS: PrivacySection[] = [...CITIZENS, STAFF, RETENTION, RIGHTS, QUESTIONS]
