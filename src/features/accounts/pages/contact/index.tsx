import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { storageOwner, useIsSignedIn } from '@/cloud/session'
import { useAnswer } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { openTab, routes } from '@/routes'
import { ContactForm } from '../../components/contactForm'

const Why = () => (
  <Card title="为什么要留联系方式">
    <View>工作人员之间有急事时，可以找到你。市民不需要填写。</View>
    <View>只有你自己和上级管理员看得到，管理员每看一次都有记录。保存时加密，你可以随时修改或删除。</View>
  </Card>
)

export default function ContactPage() {
  const isSignedIn = useIsSignedIn()
  const contact = useAnswer(isSignedIn ? `contact/${storageOwner()}` : null, () =>
    call('accounts', 'getContact', {}),
  )
  return (
    <Page title="工作联系方式">
      {isSignedIn ? (
        <>
          <Why />
          <Answered answer={contact} skeleton={<Skeleton shape="text" />}>
            {(value) => <ContactForm kept={value.contact} onChanged={contact.refresh} />}
          </Answered>
        </>
      ) : (
        <EmptyState
          icon="phone"
          reason="登录以后，工作人员可以在这里留联系方式"
          way={{ text: '回到“我的”', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
