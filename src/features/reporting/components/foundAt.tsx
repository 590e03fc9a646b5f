import { call } from '@/cloud/call'
import { useAnswer } from '@/cloud/useAnswer'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/listRow'

interface FoundAtProps {
  activityId: string
  /** It was not found there after all. */
  onForget: () => void
}

/** 来自志愿活动: at which activity a problem was found. It is reported all the same when the activity cannot be read. */
export const FoundAt = ({ activityId, onForget }: FoundAtProps) => {
  const { state } = useAnswer(activityId, () => call('activities', 'getActivity', { activityId }))
  const theme = state.status === 'ready' ? `“${state.value.theme}”` : '这场活动'
  return (
    <Card>
      <ListRow icon="volunteering" title="来自志愿活动" line={`会记在${theme}名下`} />
      <Button kind="quiet" onPress={onForget}>
        不是活动中发现的
      </Button>
    </Card>
  )
}
