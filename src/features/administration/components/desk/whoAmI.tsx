import { View } from '@tarojs/components'
import { roleWords } from '@/words/roles'
import { usePlaceNames } from '../../usePlaceNames'
import type { Staff } from '../../useStaff'
import { rolesAt } from '../../workplace'
import './whoAmI.scss'

/** Under which name and roles the person works at this place. */
export const WhoAmI = ({ staff: { grants, placeCode } }: { staff: Staff }) => {
  const mine = grants.filter((grant) => rolesAt([grant], placeCode).length > 0)
  const nameOf = usePlaceNames(mine.map((grant) => grant.placeCode))
  return (
    <View className="whoAmI">
      <View className="whoAmI__name">{mine[0]?.name}</View>
      {mine.map((grant) => (
        <View key={`${grant.placeCode}${grant.role}${grant.organisationId}`}>
          {nameOf(grant.placeCode)}
          {roleWords[grant.role]}
        </View>
      ))}
    </View>
  )
}
