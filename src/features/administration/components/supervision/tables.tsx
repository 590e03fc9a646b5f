import type { Supervision } from '@contract/caseStatistics'
import { CATEGORY_GROUPS } from '@contract/cases/categories'
import { View } from '@tarojs/components'
import { PlaceName } from '@/components/placeName'
import { knownPath, pathWords } from '@/components/placeName/names'
import { open, routes } from '@/routes'
import { CountsTable } from './countsTable'
import './supervision.scss'

/** By the places directly below. `month` names the file that the table can be taken along in. */
export const Places = ({
  month,
  places,
  onChoose,
}: {
  month: string
  places: Supervision['places']
  onChoose: (code: string) => void
}) =>
  places.length === 0 ? null : (
    <View className="supervisionPart">
      <View className="supervisionPart__title">各地区</View>
      <CountsTable
        label="各地区"
        fileName={`各地区案件统计 ${month}`}
        nameTitle="地区"
        parts={places.map(({ placeCode, ...counts }) => ({
          key: placeCode,
          name: <PlaceName code={placeCode} />,
          sortName: placeCode,
          nameWords: () => pathWords(knownPath(placeCode) ?? [placeCode]),
          counts,
        }))}
        none="这个月还没有上报"
        onPress={({ key }) => onChoose(key)}
      />
    </View>
  )

/** Those that have cases here. */
export const Departments = ({
  placeCode,
  month,
  departments,
}: {
  placeCode: string
  month: string
  departments: Supervision['departments']
}) => (
  <View className="supervisionPart">
    <View className="supervisionPart__title">各部门</View>
    <CountsTable
      label="各部门"
      fileName={`各部门案件统计 ${month}`}
      nameTitle="部门"
      parts={departments.map(({ departmentId, name, ...counts }) => ({
        key: departmentId,
        name,
        sortName: name,
        counts,
      }))}
      none="这个月的案件还没有派给部门"
      onPress={({ key }) => open(routes.staffCases(placeCode, { scope: 'area', departmentId: key }))}
    />
  </View>
)

/** By kinds of problems. */
export const Groups = ({ month, groups }: { month: string; groups: Supervision['groups'] }) =>
  groups.length === 0 ? null : (
    <View className="supervisionPart">
      <View className="supervisionPart__title">各大类</View>
      <CountsTable
        label="各大类"
        fileName={`各大类案件统计 ${month}`}
        nameTitle="大类"
        parts={groups.map(({ group, ...counts }) => ({
          key: group,
          name: CATEGORY_GROUPS[group],
          sortName: CATEGORY_GROUPS[group],
          counts,
        }))}
        none=""
      />
    </View>
  )
