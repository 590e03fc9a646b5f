import type { WorkKind } from '@contract/workKinds'
import { View } from '@tarojs/components'
import { ChoiceField } from '@/components/choiceField'
import { replaceBy } from '@/routes'
import { type Section, sectionAt } from '../../menu'
import { usePlaceNames } from '../../usePlaceNames'
import type { Staff } from '../../useStaff'
import { placesOf, rolesAt } from '../../workplace'

interface PlaceChoiceProps {
  staff: Staff
  /** The part of the workbench that is shown: it is opened at the other place too, if the roles there allow it. */
  section: Section | WorkKind
}

/** Where the person works; a choice where there are several places. */
export const PlaceChoice = ({ staff: { grants, placeCode }, section }: PlaceChoiceProps) => {
  const places = [...new Set([placeCode, ...placesOf(grants)])].sort()
  const nameOf = usePlaceNames(places)
  if (places.length < 2) return <View className="deskNavigation__place">{nameOf(placeCode)}</View>
  const change = (chosen: string) =>
    void replaceBy(sectionAt(section, { placeCode: chosen, roles: rolesAt(grants, chosen) }, grants))
  return (
    <ChoiceField
      label="地区"
      choices={places.map((code) => ({ value: code, text: nameOf(code) }))}
      value={placeCode}
      onChange={change}
    />
  )
}
