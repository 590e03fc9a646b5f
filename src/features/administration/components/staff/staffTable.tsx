import type { StaffMember } from '@contract/administration'
import { PlaceName } from '@/components/placeName'
import { type Column, Table } from '@/components/table'
import { fullDayWords } from '@/words/moments'
import { roleWords } from '@/words/roles'
import { untilWords } from '../../staffWords'

const columns: [Column<StaffMember>, ...Column<StaffMember>[]] = [
  { key: 'name', title: '姓名', show: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'role', title: '角色', show: ({ role }) => roleWords[role], sortBy: ({ role }) => roleWords[role] },
  {
    key: 'place',
    title: '地区',
    show: ({ placeCode }) => <PlaceName code={placeCode} />,
    sortBy: ({ placeCode }) => placeCode,
  },
  {
    key: 'since',
    title: '开始',
    show: ({ startedAt }) => fullDayWords(startedAt),
    sortBy: ({ startedAt }) => startedAt,
  },
  {
    key: 'until',
    title: '最后一天',
    show: untilWords,
    sortBy: ({ endsAt }) => endsAt ?? Number.MAX_SAFE_INTEGER,
  },
  { key: 'contact', title: '联系方式', show: ({ hasContact }) => (hasContact ? '已留' : '没有留') },
]

interface StaffTableProps {
  staff: StaffMember[]
  onOpen: (member: StaffMember) => void
}

export const StaffTable = ({ staff, onOpen }: StaffTableProps) => (
  <Table label="人员" columns={columns} rows={staff} keyOf={({ grantId }) => grantId} onPress={onOpen} />
)
