import { TEAM_KINDS, type Team } from '@contract/volunteering/people'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choiceField'
import { Notice } from '@/components/notice'
import { showToast } from '@/components/toast'
import { teamKindWords } from '@/words/volunteering'
import { GridsField } from './gridsField'
import './index.scss'

interface TeamEditorProps {
  organisationId: string
  placeCode: string
  /** Null: the organisation is no service team yet. */
  team: Team | null
  /** After saving, and to look at the newest version where somebody was faster. */
  onChanged: () => Promise<void>
  onClose: () => void
}

type Draft = Pick<Team, 'joining' | 'gridCodes'> & { kind: Team['kind'] | null }

const kinds = TEAM_KINDS.map((value) => ({ value, text: teamKindWords[value] }))

const joinings = [
  { value: 'request', text: '申请后由负责人答复' },
  { value: 'open', text: '随时可以加入', line: '不用答复，申请就是队员' },
] as const

const useDescribing = ({ organisationId, team, onChanged, onClose }: TeamEditorProps) => {
  const [draft, setDraft] = useState<Draft>({
    kind: team?.kind ?? null,
    joining: team?.joining ?? 'request',
    gridCodes: team?.gridCodes ?? [],
  })
  const [requestId, setRequestId] = useState(newRequestId)
  const [trouble, setTrouble] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    setRequestId(newRequestId())
    setTrouble(null)
  }
  const save = async () => {
    const { kind } = draft
    if (kind === null) return setTrouble('请选择服务队类别')
    const input = { ...draft, kind, organisationId, basedOn: team?.version ?? 0 }
    const answer = await call('volunteers', 'describeTeam', input, { requestId })
    await onChanged()
    if (answer.ok) {
      showToast('已保存')
      return onClose()
    }
    setTrouble(errorText(answer.error))
    setRequestId(newRequestId())
  }
  return { draft, trouble, change, save }
}

/** Makes a service team of an organisation, or changes what it is: for its leader and for administrators above. */
export const TeamEditor = (props: TeamEditorProps) => {
  const { draft, trouble, change, save } = useDescribing(props)
  return (
    <Card title={props.team ? '修改服务队' : '设为志愿服务队'}>
      <ChoiceField label="类别" choices={kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
      <ChoiceField
        label="怎样加入"
        choices={[...joinings]}
        value={draft.joining}
        onChange={(joining) => change({ joining })}
      />
      <GridsField
        placeCode={props.placeCode}
        chosen={draft.gridCodes}
        onChange={(gridCodes) => change({ gridCodes })}
      />
      {trouble ? (
        <Notice kind="error" title="还没有保存">
          {trouble}
        </Notice>
      ) : null}
      <View className="teamEditor__acts">
        <Button onPress={save}>保存服务队</Button>
        <Button kind="quiet" onPress={props.onClose}>
          不改了
        </Button>
      </View>
    </Card>
  )
}
