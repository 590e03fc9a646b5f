import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useIsSignedIn } from '@/cloud/session'
import { Answered } from '@/components/answered'
import { FilterChips } from '@/components/chip'
import { EmptyState } from '@/components/emptyState'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack, openTab, routes } from '@/routes'
import { OrganisationHome } from '../../components/organisationHome'
import { type LedOrganisation, useLedOrganisations } from '../../useLedOrganisations'

const Chosen = ({ organisations }: { organisations: [LedOrganisation, ...LedOrganisation[]] }) => {
  const [chosen, setChosen] = useState(organisations[0].organisationId)
  return (
    <>
      {organisations.length > 1 ? (
        <FilterChips
          options={organisations.map(({ organisationId, name }) => ({ value: organisationId, text: name }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      ) : (
        <View className="organisingChoices__label">{organisations[0].name}</View>
      )}
      <OrganisationHome key={chosen} organisationId={chosen} />
    </>
  )
}

const Organising = ({ asked }: { asked: string | undefined }) => {
  const organisations = useLedOrganisations(asked)
  return (
    <Answered answer={organisations} skeleton={<Skeleton shape="card" count={3} />}>
      {([first, ...others]) =>
        first ? (
          <Chosen organisations={[first, ...others]} />
        ) : (
          <EmptyState
            icon="volunteering"
            reason="你还不是哪个组织的负责人。请街道或单位的管理员任命。"
            way={{ text: '返回', onPress: goBack }}
          />
        )
      }
    </Answered>
  )
}

/** 组织活动: for leaders of organisations. */
export default function OrganisingPage() {
  const { organisationId } = useRouter().params
  const isSignedIn = useIsSignedIn()
  return (
    <Page title="组织活动">
      {isSignedIn ? (
        <Organising asked={organisationId} />
      ) : (
        <EmptyState
          icon="person"
          reason="登录以后可以组织活动。"
          way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
        />
      )}
    </Page>
  )
}
