import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { CaseConditions, CaseTabs, MoreConditions } from './caseFilters'
import { CaseSearchField } from './caseSearch'
import type { QueueProps } from './casesPage'

/** Above list and detail: which cases are meant, and how they are shown. */
export const CaseHead = (props: QueueProps) => {
  const { placeCode, view, queue, ticking, search, onChange } = props
  const counts = queue.counts.state.status === 'ready' ? queue.counts.state.value : null
  return (
    <View className="caseHead">
      <CaseTabs view={view} counts={counts} onChange={onChange} />
      <View className="caseHead__line">
        <CaseConditions view={view} counts={counts} onChange={onChange} />
        <View className="caseHead__acts">
          <MoreConditions placeCode={placeCode} view={view} onChange={onChange} />
          <Button
            kind="secondary"
            icon={view.show === 'map' ? 'list' : 'map'}
            onPress={() => onChange({ show: view.show === 'map' ? undefined : 'map' })}
          >
            {view.show === 'map' ? '看列表' : '看地图'}
          </Button>
          <Button kind="secondary" onPress={ticking.ticked ? ticking.end : ticking.begin}>
            {ticking.ticked ? '不选了' : '多选'}
          </Button>
        </View>
        <CaseSearchField {...search} />
      </View>
    </View>
  )
}
