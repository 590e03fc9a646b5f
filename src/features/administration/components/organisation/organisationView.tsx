import type { Organisation, OrganisationContact } from '@contract/places/organisations'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { pathWords, usePlacePath } from '@/components/placeName/names'
import { fullDayWords } from '@/words/moments'
import { organisationKindWords } from '../../organisationWords'
import { type OrganisationAct, OrganisationSheets } from './organisationSheets'
import { Revise } from './revise'
import { TeamCard } from './teamCard'
import '../listPage.scss'

const Facts = ({ organisation }: { organisation: Organisation }) => {
  const place = pathWords(usePlacePath(organisation.placeCode))
  return (
    <Card title={organisation.name}>
      {organisation.isClosed ? <Badge tone="wrong" text="已停用" /> : <Badge tone="done" text="正常" />}
      <KeyValue
        rows={[
          { key: '类别', value: organisationKindWords[organisation.kind] },
          { key: '地区', value: place },
          { key: '简介', value: organisation.introduction || '还没有写' },
          { key: '联系方式', value: organisation.hasContact ? '已留' : '没有留' },
          { key: '登记', value: fullDayWords(organisation.registeredAt) },
        ]}
      />
    </Card>
  )
}

interface ActsProps {
  organisation: Organisation
  isAdministrator: boolean
  onRevise: () => void
  onAct: (act: OrganisationAct) => void
}

const Acts = ({ organisation: { isClosed, hasContact }, isAdministrator, onRevise, onAct }: ActsProps) => (
  <View className="listActs">
    {isClosed ? null : (
      <Button icon="edit" onPress={onRevise}>
        修改
      </Button>
    )}
    {hasContact ? (
      <Button kind="secondary" icon="phone" onPress={() => onAct('reveal')}>
        看联系方式
      </Button>
    ) : null}
    {isAdministrator ? (
      <Button kind={isClosed ? 'secondary' : 'danger'} onPress={() => onAct(isClosed ? 'reopen' : 'close')}>
        {isClosed ? '恢复' : '停用'}
      </Button>
    ) : null}
  </View>
)

interface OrganisationViewProps {
  organisation: Organisation
  isAdministrator: boolean
  /** An administrator above it, or its own head. */
  mayRevise: boolean
  onLookAnew: () => Promise<void>
}

/** One organisation: what is known of it, and what can be done. */
export const OrganisationView = (props: OrganisationViewProps) => {
  const { organisation, isAdministrator, mayRevise, onLookAnew } = props
  const [isRevising, setRevising] = useState(false)
  const [act, setAct] = useState<OrganisationAct | null>(null)
  const [contact, setContact] = useState<OrganisationContact | null>(null)
  return (
    <>
      <Facts organisation={organisation} />
      {contact ? (
        <Notice kind="information" title={`${contact.name} ${contact.phone}`}>
          你看过这个联系方式，已经记下。离开这一页就不再显示。
        </Notice>
      ) : null}
      {isRevising ? (
        <Revise
          organisation={organisation}
          mayChangeKind={isAdministrator}
          onLookAnew={onLookAnew}
          onDone={() => setRevising(false)}
        />
      ) : null}
      {mayRevise && !isRevising ? (
        <Acts
          organisation={organisation}
          isAdministrator={isAdministrator}
          onRevise={() => setRevising(true)}
          onAct={setAct}
        />
      ) : null}
      {mayRevise && !isRevising ? (
        <TeamCard key={String(organisation.isClosed)} organisation={organisation} />
      ) : null}
      {act ? (
        <OrganisationSheets
          organisation={organisation}
          act={act}
          onClose={() => setAct(null)}
          onContact={setContact}
          onChanged={onLookAnew}
        />
      ) : null}
    </>
  )
}
