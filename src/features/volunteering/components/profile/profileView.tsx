import type { Volunteer } from '@contract/volunteering/people'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ListRow } from '@/components/listRow'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { open, routes } from '@/routes'
import { fullDayWords } from '@/words/moments'
import { skillWords, usualTimeWords } from '@/words/volunteering'
import { guardianWords } from '../../peopleWords'
import { monthWords } from '../../profile/profileForm'

const guardianRows = ({ guardian }: Volunteer) =>
  guardian
    ? [
        { key: '监护人', value: `${guardian.name}，${guardianWords[guardian.relation]}，${guardian.phone}` },
        { key: '监护人同意', value: fullDayWords(guardian.agreedAt) },
      ]
    : []

const useRows = (volunteer: Volunteer) => {
  const { skills, times, gridCode, placeCode } = volunteer
  const place = pathWords(usePlacePath(gridCode ?? placeCode))
  return [
    { key: '姓名', value: volunteer.name },
    { key: '出生年月', value: monthWords(volunteer.bornIn) },
    ...guardianRows(volunteer),
    { key: '所在地区', value: place },
    ...(skills.length > 0 ? [{ key: '特长', value: skills.map((each) => skillWords[each]).join('、') }] : []),
    ...(times.length > 0
      ? [{ key: '有空的时间', value: times.map((each) => usualTimeWords[each]).join('、') }]
      : []),
    { key: '榜单', value: volunteer.isListed ? '显示姓，不显示全名' : '不上榜' },
    { key: '注册时间', value: fullDayWords(volunteer.registeredAt) },
  ]
}

/** What is registered, and the ways on. */
export const ProfileView = ({ volunteer, onRevise }: { volunteer: Volunteer; onRevise: () => void }) => (
  <>
    <Card>
      <ListRow
        icon="qrCode"
        title="志愿者卡"
        line="到现场给负责人看，没带手机也能用"
        onPress={() => open(routes.volunteerCard)}
      />
    </Card>
    <Card title="登记的资料">
      <KeyValue rows={useRows(volunteer)} />
      <Button kind="secondary" icon="edit" onPress={onRevise}>
        修改资料
      </Button>
    </Card>
  </>
)
