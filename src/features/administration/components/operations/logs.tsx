import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { loadLocalCloud } from '@/localPanel/entry'
import type { LogLine } from '@/localPanel/localCloud'
import { preciseWords } from '../../healthWords'
import './part.scss'

const NUMBER_MAX = 80

const Lines = ({ lines }: { lines: LogLine[] }) =>
  lines.length === 0 ? (
    <View>日志里没有这个编号。请核对，或者它已经太久。</View>
  ) : (
    <View className="operationsLog">
      {lines.map(({ at, function: name, line }) => (
        <View key={`${at}${line}`} className="words-break">
          {preciseWords(at)} {name} {line}
        </View>
      ))}
    </View>
  )

/** Searches this machine's logs. Elsewhere the console of the cloud does that. */
const LocalLogs = () => {
  const [isLocal, setLocal] = useState(false)
  const [typed, setTyped] = useState('')
  const [lines, setLines] = useState<LogLine[] | null>(null)
  useEffect(() => {
    void loadLocalCloud?.()
      .then(({ listIdentities }) => listIdentities())
      .then((identities) => setLocal(identities !== null))
  }, [])
  const find = async () => {
    const requestId = typed.trim()
    const local = await loadLocalCloud?.()
    if (local && requestId) setLines((await local.findLogs(requestId)) ?? [])
  }
  if (!isLocal) return null
  return (
    <Card title="找日志">
      <Field
        label="问题编号"
        value={typed}
        maxLength={NUMBER_MAX}
        help="上面列表里的，或者市民告诉你的"
        onChange={setTyped}
      />
      <Button kind="secondary" icon="search" onPress={find}>
        找日志
      </Button>
      {lines ? <Lines lines={lines} /> : null}
    </Card>
  )
}

export const Logs = loadLocalCloud ? LocalLogs : () => null
