import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { accessible } from '@/components/accessible'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { type ChosenPosition, PositionSheet, useMapChoice } from '@/components/positionSheet'
import type { PositionSource, ReportForm } from '../draft/reportDraft'
import type { Locating } from '../useLocating'
import './positionLine.scss'

const found: Record<PositionSource, string> = {
  photo: '位置已从照片中读取',
  phone: '位置已用手机定位',
  map: '位置已在地图上选好',
}

const said = ({ position, positionFrom }: Props['form'], state: Locating['state']): string => {
  if (position && positionFrom) return found[positionFrom]
  if (state === 'locating') return '正在定位'
  if (state === 'refused') return '没有用定位，没关系：写清地址一样可以上报'
  if (state === 'unavailable') return '这里定位不到，没关系：写清地址一样可以上报'
  return '还没有位置。可以定位、在地图上选，或者只写地址'
}

interface Props {
  form: Pick<ReportForm, 'position' | 'positionFrom'>
  locating: Locating
  onChoose: (chosen: ChosenPosition) => void
}

/** WeChat asks only once; who changes their mind finds the switch here. */
const SettingsButton =
  process.env.TARO_ENV === 'weapp'
    ? () => (
        <Button kind="quiet" onPress={() => Taro.openSetting()}>
          打开定位的开关
        </Button>
      )
    : () => null

/** Where the position comes from, and the other ways to one. */
export const PositionLine = ({ form, locating, onChoose }: Props) => {
  const map = useMapChoice(form.position, onChoose)
  return (
    <View className="positionLine">
      <View className="positionLine__words" {...accessible({ role: 'status' })}>
        <Icon name={form.position ? 'success' : 'place'} size="small" />
        <View>{said(form, locating.state)}</View>
      </View>
      <View className="positionLine__acts">
        <Button kind="secondary" icon="here" isLoading={locating.state === 'locating'} onPress={locating.ask}>
          用手机定位
        </Button>
        <Button kind="secondary" icon="map" onPress={map.open}>
          在地图上选
        </Button>
      </View>
      {locating.state === 'refused' ? <SettingsButton /> : null}
      {map.isOpen ? (
        <PositionSheet
          words="拖动地图，让图钉对准问题所在的地方。"
          from={form.position}
          onClose={map.close}
          onChoose={(position) => {
            map.close()
            onChoose({ position, address: '' })
          }}
        />
      ) : null}
    </View>
  )
}
