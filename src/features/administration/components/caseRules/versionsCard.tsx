import type { CatalogueVersion } from '@contract/caseRules'
import type { Category } from '@contract/cases/categories'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { versionWords } from '../../caseRuleWords'

interface VersionsCardProps {
  versions: CatalogueVersion[]
  categories: Category[]
}

/** Who has changed what, and why; the newest first. */
export const VersionsCard = ({ versions, categories }: VersionsCardProps) => {
  const nameOf = (categoryId: string | null) =>
    categories.find((category) => category.categoryId === categoryId)?.name ?? ''
  return (
    <Card title="修改记录">
      {versions.map((version) => (
        <View key={version.version} className="ruleVersion">
          <View>{versionWords(version)}</View>
          {version.categoryId === null ? null : (
            <View className="ruleRow__line words-break">
              {nameOf(version.categoryId)}：{version.reason}
            </View>
          )}
        </View>
      ))}
    </Card>
  )
}
