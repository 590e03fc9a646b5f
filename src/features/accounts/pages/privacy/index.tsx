import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Page } from '@/components/page'

interface Section {
  title: string
  sentences: string[]
}

const SECTIONS: Section[] = [
  {
    title: '我们用到什么',
    sentences: [
      '微信身份：用来保证一人一票。我们看不到你的昵称、头像和好友。',
      '手机号：只在规定要验证手机号的投票中用到。只保存加密后的结果和“138******21”这样的显示。',
      '剪贴板：只在你点“复制凭证号”时写入，从不读取。',
    ],
  },
  {
    title: '选票怎样保密',
    sentences: [
      '选票里没有你的名字、微信号和手机号，时间只记到分钟。',
      '凭证号只能查到选票在不在、有没有计入，查不到投给了谁。',
    ],
  },
  {
    title: '保存在你手机上的',
    sentences: ['没提交的选票、关怀版的设置。删除小程序后会一起清除。'],
  },
  {
    title: '你可以决定',
    sentences: ['不同意使用手机号或剪贴板，仍然可以看活动、看结果，也可以参加不要求手机号的投票。'],
  },
]

export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      {SECTIONS.map(({ title, sentences }) => (
        <Card key={title} title={title}>
          {sentences.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </Card>
      ))}
    </Page>
  )
}
