import { SEARCH_LENGTH } from '@contract/limits'
import type { OrganisationSummary } from '@contract/places/organisations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { usePages } from '@/cloud/usePages'
import { accessible } from '@/components/accessible'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/listRow'
import { Pressable } from '@/components/pressable'
import { SearchField } from '@/components/searchField'
import { useSettled } from '@/components/searchField/useSettled'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { organisationKindWords } from '../../organisationWords'
import { MoreButton } from '../moreButton'
import './organisationField.scss'

interface ChooserProps {
  /** At this place and below it. */
  placeCode: string
  onChoose: (organisation: OrganisationSummary) => void
  onClose: () => void
}

const Chooser = ({ placeCode, onChoose, onClose }: ChooserProps) => {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const book = usePages(`organisations/${placeCode}/${search}`, {
    ask: (after: string | undefined) =>
      call('places', 'listOrganisations', { placeCode, search: search || undefined, after }),
    read: ({ organisations, next }) => ({ items: organisations, next }),
  })
  return (
    <Sheet title="选择组织" isOpen onClose={onClose}>
      <SearchField value={typed} placeholder="搜索组织名称" maxLength={SEARCH_LENGTH} onChange={setTyped} />
      <Answered answer={book} skeleton={<Skeleton shape="text" count={3} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="building" reason="这里没有找到组织。请先在“组织”里登记，再来选。" />
          ) : (
            book.items.map((organisation) => (
              <ListRow
                key={organisation.organisationId}
                title={organisation.name}
                line={organisationKindWords[organisation.kind]}
                onPress={() => onChoose(organisation)}
              />
            ))
          )
        }
      </Answered>
      <MoreButton book={book} />
    </Sheet>
  )
}

interface OrganisationFieldProps {
  label?: string
  placeCode: string
  /** The name of the chosen one. */
  value: string | null
  error: string | undefined
  onChange: (organisation: OrganisationSummary) => void
}

/** A form's field for an organisation: shows what is chosen, opens the list. */
export const OrganisationField = ({
  label = '负责的组织',
  placeCode,
  value,
  error,
  onChange,
}: OrganisationFieldProps) => {
  const [isOpen, setOpen] = useState(false)
  const choose = (organisation: OrganisationSummary) => {
    setOpen(false)
    onChange(organisation)
  }
  return (
    <View className="organisationField">
      <View className="organisationField__label">{label}</View>
      <Pressable
        className={`organisationField__box ${error ? 'organisationField__box--wrong' : ''}`}
        label={`${label}：${value ?? '请选择'}`}
        onPress={() => setOpen(true)}
      >
        <Icon name="building" size="small" />
        <View className="organisationField__words words-break">{value ?? '请选择'}</View>
        <Icon name="forward" size="small" />
      </Pressable>
      {error ? (
        <View className="organisationField__error" {...accessible({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {isOpen ? <Chooser placeCode={placeCode} onChoose={choose} onClose={() => setOpen(false)} /> : null}
    </View>
  )
}
