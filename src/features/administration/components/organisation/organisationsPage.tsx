import type { OrganisationSummary } from '@contract/places/organisations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/emptyState'
import { PlaceName } from '@/components/placeName'
import { useSettled } from '@/components/searchField/useSettled'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { open, routes } from '@/routes'
import { isOrganisationKind, organisationKindWords } from '../../organisationWords'
import { useFilters } from '../../useFilters'
import type { Staff } from '../../useStaff'
import { MoreButton } from '../moreButton'
import { PrintButton } from '../printButton'
import { OrganisationFilters, type OrganisationView } from './organisationFilters'

const columns: [Column<OrganisationSummary>, ...Column<OrganisationSummary>[]] = [
  { key: 'name', title: '名称', show: ({ name }) => name, sortBy: ({ name }) => name },
  {
    key: 'kind',
    title: '类别',
    show: ({ kind }) => organisationKindWords[kind],
    sortBy: ({ kind }) => organisationKindWords[kind],
  },
  {
    key: 'place',
    title: '地区',
    show: ({ placeCode }) => <PlaceName code={placeCode} />,
    sortBy: ({ placeCode }) => placeCode,
  },
  {
    key: 'state',
    title: '状态',
    show: ({ isClosed }) =>
      isClosed ? <Badge tone="wrong" text="已停用" /> : <Badge tone="done" text="正常" />,
  },
]

const useView = (placeCode: string) => {
  const [{ at, kind, state, search }, change] = useFilters(['at', 'kind', 'state', 'search'], (filters) =>
    routes.organisations(placeCode, filters),
  )
  const view: OrganisationView = {
    at: at ?? placeCode,
    kind: isOrganisationKind(kind) ? kind : undefined,
    state: state === 'closed' ? 'closed' : 'open',
  }
  return { view, search: search ?? '', change }
}

const useOrganisations = ({ at, kind, state }: OrganisationView, search: string) =>
  usePages(`${at}/${kind}/${state}/${search}`, {
    ask: (after: string | undefined) =>
      call('places', 'listOrganisations', { placeCode: at, kind, state, search: search || undefined, after }),
    read: ({ organisations, next }) => ({ items: organisations, next }),
  })

const Acts = ({ placeCode }: { placeCode: string }) => (
  <View className="listActs">
    <Button icon="add" onPress={() => open(routes.organisation({ placeCode }))}>
      登记组织
    </Button>
    <Button kind="secondary" icon="place" onPress={() => open(routes.grids(placeCode))}>
      网格
    </Button>
    <PrintButton />
  </View>
)

/** Organisations at this place and below it. */
export const OrganisationsPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) => {
  const { view, search, change } = useView(placeCode)
  const [typed, setTyped] = useState(search)
  const book = useOrganisations(view, useSettled(typed.trim()))
  useRefreshOnPull(book.refresh)
  const type = (words: string) => {
    setTyped(words)
    change({ search: words.trim() || undefined })
  }
  const openOne = ({ organisationId }: OrganisationSummary) =>
    open(routes.organisation({ placeCode, organisationId }))
  return (
    <>
      {roles.includes('administrator') ? <Acts placeCode={placeCode} /> : null}
      <OrganisationFilters within={placeCode} view={view} typed={typed} onType={type} onChange={change} />
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {() =>
          book.items.length === 0 ? (
            <EmptyState icon="building" reason="没有符合条件的组织。可以换个条件，或者登记一个。" />
          ) : (
            <Table
              label="组织"
              columns={columns}
              rows={book.items}
              keyOf={({ organisationId }) => organisationId}
              onPress={openOne}
            />
          )
        }
      </Answered>
      <MoreButton book={book} />
    </>
  )
}
