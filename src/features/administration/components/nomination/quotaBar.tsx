import type { QuotaView } from '@contract/nominations'
import { placeName } from '@contract/places/names'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { ProgressBar } from '@/components/progressBar'
import { Sheet } from '@/components/sheet'
import { quotaWords, sumOf } from '../../nominationWords'

const unitName = ({ name, placeCode }: QuotaView): string => name ?? placeName(placeCode)

const shareOf = ({ quota, used }: { quota: number; used: number }): number => (quota > 0 ? used / quota : 1)

/** One unit's quota: 静安区名额 2 个，已用 1 个. */
export const UnitQuota = ({ unit }: { unit: QuotaView }) => (
  <ProgressBar progress={shareOf(unit)} text={`${unitName(unit)}${quotaWords(unit)}`} />
)

/** Each unit by itself; over the page, since a city has many. */
const Units = ({ quotas }: { quotas: QuotaView[] }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" icon="list" onPress={() => setOpen(true)}>
        看每个单位的名额
      </Button>
      <Sheet title="每个单位的名额" isOpen={isOpen} onClose={() => setOpen(false)}>
        <KeyValue
          rows={quotas.map((unit) => ({
            key: unitName(unit),
            value: `${quotaWords(unit)}，待审核 ${unit.waiting} 份`,
          }))}
        />
      </Sheet>
    </>
  )
}

/** How many may be put forward from here, and how many wait. */
export const QuotaBar = ({ quotas }: { quotas: QuotaView[] }) => {
  const [first] = quotas
  if (!first) return null
  const sum = sumOf(quotas)
  return (
    <Card title="推荐名额">
      {quotas.length === 1 ? (
        <UnitQuota unit={first} />
      ) : (
        <ProgressBar progress={shareOf(sum)} text={`一共${quotaWords(sum)}`} />
      )}
      <View>待审核 {sum.waiting} 份</View>
      {quotas.length > 1 ? <Units quotas={quotas} /> : null}
    </Card>
  )
}
