import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect, useRef, useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { ProgressBar } from '@/components/progressBar'
import { clockWords } from '@/words/moments'
import { numberWords } from '@/words/numbers'
import { checkProgress, checkWords, faultWords, type TrailCheck, walkTrail } from '../../trailCheck'
import { serviceWords } from '../../words'
import '../listPage.scss'
import '../listPageDesk.scss'

interface Finished {
  at: number
  check: TrailCheck
}

const Outcome = ({ finished: { at, check } }: { finished: Finished }) => (
  <Notice kind={check.faults.length === 0 ? 'success' : 'error'} title={checkWords(check)}>
    {check.faults.map((fault) => (
      <View key={fault.service}>{faultWords(fault)}</View>
    ))}
    <View>{clockWords(at)} 检查，包括全部地区和全部功能。</View>
  </Notice>
)

const Running = ({ check }: { check: TrailCheck }) => (
  <ProgressBar
    progress={checkProgress(check)}
    text={`正在检查${check.service ? serviceWords(check.service) : ''}的记录，已检查 ${numberWords(check.checked)} 条`}
  />
)

/** Whether somebody is still on the page. */
const useIsHere = () => {
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return isHere
}

type TrailCheckActsProps = PropsWithChildren<{ placeCode: string }>

/** Looks whether every entry of the trail is there and unchanged; other acts of the page stand beside the button. */
export const TrailCheckActs = ({ placeCode, children }: TrailCheckActsProps) => {
  const [running, setRunning] = useState<TrailCheck | null>(null)
  const [finished, setFinished] = useState<Finished | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isHere = useIsHere()
  const check = async () => {
    setFinished(null)
    setTrouble(null)
    const walked = await walkTrail(
      (service, after) => call('administration', 'checkAuditTrail', { placeCode, service, after }),
      (progress) => {
        if (isHere.current) setRunning(progress)
        return isHere.current
      },
    )
    if (!isHere.current) return
    setRunning(null)
    if (walked.ok) setFinished({ at: Date.now(), check: walked.value })
    else setTrouble(errorText(walked.error))
  }
  return (
    <>
      <View className="listActs">
        <Button kind="secondary" icon="shield" isLoading={running !== null} onPress={check}>
          检查记录
        </Button>
        {children}
      </View>
      {running ? <Running check={running} /> : null}
      {finished ? <Outcome finished={finished} /> : null}
      {trouble ? (
        <Notice kind="error" title="没有检查完">
          {trouble}
        </Notice>
      ) : null}
    </>
  )
}
