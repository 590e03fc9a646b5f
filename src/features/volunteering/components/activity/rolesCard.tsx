import type { Activity } from '@contract/volunteering/activities'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { ListRow } from '@/components/listRow'
import { roleLine, roleTitle } from '../../activity/words'

interface RolesCardProps {
  activity: Activity
  /** Null: there is nothing to choose now. */
  chosen: string | null
  onChoose: (roleId: string) => void
}

/** 岗位: seats and needs of each, and the choice where there is one. */
export const RolesCard = ({ activity: { roles, state }, chosen, onChoose }: RolesCardProps) => (
  <Card title="岗位">
    {chosen !== null && roles.length > 1 ? (
      <ChoiceField
        label="选一个岗位"
        choices={roles.map((role) => ({
          value: role.roleId,
          text: roleTitle(role),
          line: roleLine(role, true),
        }))}
        value={chosen}
        onChange={onChoose}
      />
    ) : (
      <View>
        {roles.map((role) => (
          <ListRow
            key={role.roleId}
            icon="people"
            title={roleTitle(role)}
            line={roleLine(role, state === 'coming')}
          />
        ))}
      </View>
    )}
  </Card>
)
