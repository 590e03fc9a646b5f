import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/card'
import { QrCode } from '@/components/qrCode'
import { cardInGroups } from '../../profile/profileForm'
import type { KeptCard } from './keptCard'
import './cardFace.scss'

/** The code twice: to be scanned, and to be read out or copied. */
export const CardFace = ({ name, cardCode }: KeptCard) => (
  <Card>
    <View className="cardFace">
      <View className="cardFace__name">{name}</View>
      <QrCode text={cardCode} label="志愿者卡的二维码，给活动负责人扫" />
      <View
        className="cardFace__code"
        {...accessible({ role: 'img', label: `志愿者卡号 ${[...cardCode].join(' ')}` })}
      >
        {cardInGroups(cardCode).map((group) => (
          <View key={group}>{group}</View>
        ))}
      </View>
      <View className="cardFace__caption">给活动负责人扫一扫，或者报卡号</View>
    </View>
  </Card>
)
