import type { CasesNow } from '@contract/caseStatistics'
import { View } from '@tarojs/components'
import { BigNumber } from '@/components/bigNumber'
import { Card } from '@/components/card'
import { Pressable } from '@/components/pressable'
import { open, routes } from '@/routes'
import { numberWords } from '@/words/numbers'
import { standingTiles } from '../../supervisionWords'
import '../cases/caseCounts.scss'

/** How things stand now; each number leads to its cases. */
export const Standing = ({ placeCode, now }: { placeCode: string; now: CasesNow }) => (
  <Card title="现在">
    <View className="caseCounts">
      {standingTiles(now).map(({ name, number, filters }) => (
        <Pressable
          key={name}
          className="caseCounts__tile"
          role="link"
          onPress={() => open(routes.staffCases(placeCode, { scope: 'area', ...filters }))}
        >
          <BigNumber value={numberWords(number)} unit="件" caption={name} />
        </Pressable>
      ))}
    </View>
  </Card>
)
