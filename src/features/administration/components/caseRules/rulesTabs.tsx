import { View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import { replaceBy, routes } from '@/routes'
import './caseRules.scss'

const tabs = {
  categories: { text: '类别', addressAt: routes.caseCategories },
  routing: { text: '派遣规则', addressAt: routes.caseRouting },
  duties: { text: '职责单位', addressAt: routes.caseDuties },
  calendar: { text: '工作日历', addressAt: routes.workingCalendar },
  templates: { text: '回复模板', addressAt: routes.replyTemplates },
} as const

type Tab = keyof typeof tabs

/** The five parts of the rules for cases, on top of each; all in sight. */
export const RulesTabs = ({ current, placeCode }: { current: Tab; placeCode: string }) => (
  <View className="ruleTabs">
    {(Object.keys(tabs) as Tab[]).map((tab) => (
      <Chip
        key={tab}
        text={tabs[tab].text}
        isChosen={tab === current}
        onPress={() => {
          if (tab !== current) void replaceBy(tabs[tab].addressAt(placeCode))
        }}
      />
    ))}
  </View>
)
