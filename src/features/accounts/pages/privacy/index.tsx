import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { open, routes } from '@/routes'
import { PRIVACY_SECTIONS } from '../../privacyWords'
import './index.scss'

export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      <Card>
        <View>我们只保存办事要用的内容，不卖、不做广告，也不给无关的人看。</View>
        <ListRow
          icon="privacy"
          title="我的数据"
          line="看、导出、注销账号"
          onPress={() => open(routes.myData)}
        />
      </Card>
      {PRIVACY_SECTIONS.map(({ title, sentences }) => (
        <Card key={title} title={title}>
          {sentences.map((sentence) => (
            <View key={sentence} className="privacy__sentence">
              <View>{sentence}</View>
            </View>
          ))}
        </Card>
      ))}
    </Page>
  )
}
