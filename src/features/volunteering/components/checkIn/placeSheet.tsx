import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import type { CheckingIn } from '../../checkIn/useCheckIn'
import { placeTroubleWords } from '../../checkIn/words'

/** The phone did not say where it is: try once more, or go on without. The code is kept meanwhile. */
export const PlaceSheet = ({ pending, goOn, cancel }: Pick<CheckingIn, 'pending' | 'goOn' | 'cancel'>) => (
  <Sheet
    title="没有得到位置"
    isOpen={pending !== null}
    onClose={cancel}
    actions={
      <>
        <Button onPress={() => goOn(false)}>不用位置，请负责人确认</Button>
        <Button kind="secondary" onPress={() => goOn(true)}>
          再试一次
        </Button>
      </>
    }
  >
    <View>{pending ? placeTroubleWords[pending.trouble] : ''}</View>
    <View>没有位置也可以签，负责人确认以后一样计时长。</View>
  </Sheet>
)
