import type { ApiKey } from '@contract/open311'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useAnswer, useRefreshOnPull } from '@/cloud/useAnswer'
import { webAddress } from '@/cloud/webAddress'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CopyButton } from '@/components/copyButton'
import { EmptyState } from '@/components/emptyState'
import { KeyValue } from '@/components/keyValue'
import { Skeleton } from '@/components/skeleton'
import { type Column, Table } from '@/components/table'
import { goBack } from '@/routes'
import { dayWords } from '@/words/moments'
import type { Staff } from '../../useStaff'
import { type KeyAct, KeySheets } from './keySheets'
import '../listPage.scss'

const columnsFor = (onAct: (act: KeyAct) => void): [Column<ApiKey>, ...Column<ApiKey>[]] => [
  { key: 'name', title: '使用单位', show: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'hint', title: '密钥开头', show: ({ hint }) => `${hint}…` },
  {
    key: 'createdAt',
    title: '建立',
    show: ({ createdAt }) => dayWords(createdAt),
    sortBy: ({ createdAt }) => createdAt,
  },
  { key: 'filed', title: '提交的案件', show: ({ filed }) => `${filed} 件`, sortBy: ({ filed }) => filed },
  {
    key: 'state',
    title: '状态',
    show: ({ revokedAt }) =>
      revokedAt === null ? (
        <Badge tone="done" text="使用中" />
      ) : (
        <Badge tone="wrong" text={`${dayWords(revokedAt)}停用`} />
      ),
  },
  {
    key: 'acts',
    title: '办理',
    show: (key) =>
      key.revokedAt === null ? (
        <Button kind="quiet" label={`停用${key.name}的密钥`} onPress={() => onAct({ kind: 'revoke', key })}>
          停用
        </Button>
      ) : (
        '已经停用'
      ),
  },
]

/** Where other programs begin, and what they need to know first. */
const Address = ({ address }: { address: string }) => (
  <Card title="接口地址">
    <KeyValue
      rows={[
        { key: '地址', value: address },
        { key: '从这里开始', value: `${address}/discovery.json` },
        { key: '规范', value: 'Open311 GeoReport v2' },
      ]}
    />
    <View>读取不用密钥。提交案件要用密钥，提交的文字经工作人员查看后才公开。</View>
    <CopyButton name="地址" text={address} />
  </Card>
)

const NoAddress = () => (
  <Card title="接口地址">
    <View>这里不知道接口的地址。请在电脑上打开这一页，或者向部署这个系统的人要。</View>
  </Card>
)

const Keys = ({ placeCode }: { placeCode: string }) => {
  const book = useAnswer(`apiKeys/${placeCode}`, () => call('open311', 'listKeys', { placeCode }))
  const [act, setAct] = useState<KeyAct | null>(null)
  useRefreshOnPull(book.refresh)
  return (
    <>
      <Answered answer={book} skeleton={<Skeleton shape="text" count={4} />}>
        {({ keys, address }) => {
          const known = address ?? webAddress('open311')
          return (
            <>
              {known ? <Address address={known} /> : <NoAddress />}
              {keys.length === 0 ? (
                <EmptyState icon="lock" reason="还没有密钥。别的程序要提交案件，先给它建立一个密钥。" />
              ) : (
                <Table label="密钥" columns={columnsFor(setAct)} rows={keys} keyOf={({ keyId }) => keyId} />
              )}
              <Button icon="add" onPress={() => setAct({ kind: 'create' })}>
                建立密钥
              </Button>
            </>
          )
        }}
      </Answered>
      {act ? (
        <KeySheets placeCode={placeCode} act={act} onClose={() => setAct(null)} onChanged={book.refresh} />
      ) : null}
    </>
  )
}

/** Keys with which other programs file cases, for administrators. */
export const ApiKeysPageContent = ({ staff: { placeCode, roles } }: { staff: Staff }) =>
  roles.includes('administrator') ? (
    <Keys placeCode={placeCode} />
  ) : (
    <EmptyState icon="lock" reason="只有管理员可以管理开放接口" way={{ text: '返回', onPress: goBack }} />
  )
