import type { FormPart } from '@contract/nominations'
import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '@/components/icon'
import { idOfPart } from '../focusPart'

type PartProps = PropsWithChildren<{
  part: FormPart
  /** Why a reviewer wants it corrected. */
  reason: string | undefined
}>

/** One part of the form, with what the reviewer says of it. */
export const Part = ({ part, reason, children }: PartProps) => (
  <View id={idOfPart(part)} className="nominationPart">
    {reason ? (
      <View className="nominationPart__reason">
        <Icon name="warning" size="small" />
        <View>要修改：{reason}</View>
      </View>
    ) : null}
    {children}
  </View>
)
