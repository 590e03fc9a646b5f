import type { Me } from '@contract/accounts'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { replaceBy, routes } from '@/routes'

const SECRET_LENGTH = { min: 8, max: 256 }

const Claimed = ({ city }: { city: string }) => (
  <>
    <Notice kind="success" title={`你已经是${city}管理员`}>
      部署口令用过一次就不能再用。现在可以任命其他工作人员。
    </Notice>
    <Button onPress={() => replaceBy(routes.administration)}>打开工作台</Button>
  </>
)

const useClaim = (me: Me) => {
  const [cityCode, setCity] = useState(me.cityCodes[0] ?? '')
  const [secret, setSecret] = useState('')
  const [requestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string>()
  const [isDone, setDone] = useState(false)
  const claim = async () => {
    if (secret.trim().length < SECRET_LENGTH.min)
      return setTrouble(`部署口令至少 ${SECRET_LENGTH.min} 个字，写在部署的设置里`)
    const input = { cityCode, secret: secret.trim() }
    const answer = await call('administration', 'claimAdministration', input, { requestId })
    if (answer.ok) setDone(true)
    else setTrouble(errorText(answer.error))
  }
  const typeSecret = (typed: string) => {
    setSecret(typed)
    setTrouble(undefined)
  }
  return { cityCode, setCity, secret, typeSecret, trouble, isDone, claim }
}

/** Makes the caller the first administrator of a deployment, by its secret. */
export const ClaimForm = ({ me }: { me: Me }) => {
  const { cityCode, setCity, secret, typeSecret, trouble, isDone, claim } = useClaim(me)
  if (isDone) return <Claimed city={placeName(cityCode)} />
  return (
    <>
      <Card>
        <View>程序刚部署好、还没有管理员时用。口令由部署的人设置，只能用一次。</View>
        {me.cityCodes.length > 1 ? (
          <ChoiceField
            label="城市"
            choices={me.cityCodes.map((code) => ({ value: code, text: placeName(code) }))}
            value={cityCode}
            onChange={setCity}
          />
        ) : (
          <View>城市：{placeName(cityCode)}</View>
        )}
        <Field
          label="部署口令"
          value={secret}
          maxLength={SECRET_LENGTH.max}
          error={trouble}
          onChange={typeSecret}
        />
      </Card>
      <Button onPress={claim}>成为第一位管理员</Button>
    </>
  )
}
