import { FilterChips } from '@/components/chip'
import { replaceBy, routes } from '@/routes'

const tabs = {
  categories: { text: '类别', addressAt: routes.caseCategories },
  routing: { text: '派遣规则', addressAt: routes.caseRouting },
  duties: { text: '职责单位', addressAt: routes.caseDuties },
  calendar: { text: '工作日历', addressAt: routes.workingCalendar },
  templates: { text: '回复模板', addressAt: routes.replyTemplates },
} as const

type Tab = keyof typeof tabs

const options = (Object.keys(tabs) as Tab[]).map((value) => ({ value, text: tabs[value].text }))

/** The five parts of the rules for cases, on top of each. */
export const RulesTabs = ({ current, placeCode }: { current: Tab; placeCode: string }) => (
  <FilterChips
    options={options}
    chosen={current}
    onChoose={(tab) => {
      if (tab !== current) void replaceBy(tabs[tab].addressAt(placeCode))
    }}
  />
)
