import { CASE_ADDRESS_LENGTH } from '@contract/limits'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { Field } from '@/components/field'
import { PlaceField } from '@/components/placeField'
import type { ChosenPosition } from '@/components/positionSheet'
import type { ReportProblems } from '../draft/reportDraft'
import type { ReportDraftActions } from '../draft/useReportDraft'
import type { Locating } from '../useLocating'
import { useSuggestedPlaces } from '../useSuggestedPlaces'
import { PositionLine } from './positionLine'
import './whereCard.scss'

interface WhereCardProps {
  draft: ReportDraftActions
  locating: Locating
  problems: ReportProblems
}

/** Where it is. The position helps; the address is what the department goes by, and is enough. */
export const WhereCard = ({ draft, locating, problems }: WhereCardProps) => {
  const { form } = draft.draft
  const places = useSuggestedPlaces({ form, onSuggest: (placeCode) => draft.revise({ placeCode }) })
  const choosePlace = (placeCode: string) => draft.revise({ placeCode, isPlaceChosen: true })
  const choosePosition = ({ position, address }: ChosenPosition) =>
    draft.revise({
      position,
      positionFrom: 'map',
      ...(address && form.address.trim() === ''
        ? { address: address.slice(0, CASE_ADDRESS_LENGTH.max) }
        : {}),
    })
  return (
    <Card title="在哪里">
      <PositionLine form={form} locating={locating} onChoose={choosePosition} />
      <Field
        label="地址"
        value={form.address}
        maxLength={CASE_ADDRESS_LENGTH.max}
        placeholder="例如 南京西路 100 号门口"
        help="门牌号、路口，或者旁边的店名"
        error={problems.address}
        onChange={(address) => draft.revise({ address })}
      />
      <PlaceField
        label="街道或镇"
        value={form.placeCode}
        error={problems.place}
        onChange={({ code }) => choosePlace(code)}
      />
      {places.length > 1 ? (
        <View className="whereCard__places">
          {places.map(({ code, path }) => (
            <Chip
              key={code}
              text={path.at(-1) ?? ''}
              label={path.join('')}
              isChosen={code === form.placeCode}
              onPress={() => choosePlace(code)}
            />
          ))}
        </View>
      ) : null}
    </Card>
  )
}
