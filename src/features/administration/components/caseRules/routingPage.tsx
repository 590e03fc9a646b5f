import { View } from '@tarojs/components'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { PlaceField } from '@/components/placeField'
import { levelOf } from '@/components/placeName/codes'
import { Skeleton } from '@/components/skeleton'
import { routes } from '@/routes'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { RoutingRules } from './routingRules'
import { RulesTabs } from './rulesTabs'
import './caseRules.scss'

interface AtPlaceProps {
  placeCode: string
  mayEdit: boolean
}

const AtPlace = ({ placeCode, mayEdit }: AtPlaceProps) => {
  const routing = useAnswer(`routing/${placeCode}`, () => call('caseRules', 'getRouting', { placeCode }))
  const kept = useAnswer(`categories/${placeCode}`, () => call('caseRules', 'getCategories', { placeCode }))
  useRefreshOnPull(routing.refresh)
  return (
    <Answered answer={routing} skeleton={<Skeleton shape="text" count={3} />}>
      {(value) => (
        <Answered answer={kept} skeleton={<Skeleton shape="text" count={3} />}>
          {({ catalogue }) => (
            <RoutingRules
              routing={value}
              categories={catalogue.categories}
              mayEdit={mayEdit}
              onLookAnew={routing.refresh}
            />
          )}
        </Answered>
      )}
    </Answered>
  )
}

/** The rules of this place, or of one below it. */
export const RoutingPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const [{ at }, change] = useFilters(['at'], (filters) => routes.caseRouting(placeCode, filters))
  const shown = at ?? placeCode
  return (
    <View className="caseRules">
      <RulesTabs current="routing" placeCode={placeCode} />
      <PlaceField
        label="哪个地区的规则"
        value={shown}
        within={placeCode}
        from={levelOf(placeCode)}
        depth="village"
        help="上报以后，先看最小地区的规则，再看上级地区的；都不符合，就派给类别的职责单位"
        onChange={({ code }) => change({ at: code })}
      />
      <AtPlace key={shown} placeCode={shown} mayEdit={roles.includes('administrator')} />
    </View>
  )
}
