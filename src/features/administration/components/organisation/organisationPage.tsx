import { useRouter } from '@tarojs/taro'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { Answered } from '@/components/answered'
import { EmptyState } from '@/components/emptyState'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/routes'
import type { Staff } from '../../useStaff'
import { rolesAt } from '../../workplace'
import { OrganisationView } from './organisationView'
import { Register } from './register'

const Shown = ({ staff: { grants }, organisationId }: { staff: Staff; organisationId: string }) => {
  const organisation = useAnswer(organisationId, () => call('places', 'getOrganisation', { organisationId }))
  useRefreshOnPull(organisation.refresh)
  const isOwn = grants.some((grant) => grant.organisationId === organisationId)
  return (
    <Answered answer={organisation} skeleton={<Skeleton shape="text" count={2} />}>
      {(value) => {
        const isAdministrator = rolesAt(grants, value.placeCode).includes('administrator')
        return (
          <OrganisationView
            organisation={value}
            isAdministrator={isAdministrator}
            mayRevise={isAdministrator || isOwn}
            onLookAnew={organisation.refresh}
          />
        )
      }}
    </Answered>
  )
}

/** The organisation that the address names; without one, the form for a new one. */
export const OrganisationPageContent = ({ staff }: { staff: Staff }) => {
  const { organisationId } = useRouter().params
  if (organisationId) return <Shown staff={staff} organisationId={organisationId} />
  if (staff.roles.includes('administrator')) return <Register placeCode={staff.placeCode} />
  return <EmptyState icon="lock" reason="只有管理员可以登记组织" way={{ text: '返回', onPress: goBack }} />
}
