import { useState } from 'react'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { type Given, giveFile } from '../giveFile'
import { exportFile, exportFileName, type KeptPart } from '../ownData'

/** Null: something is still loading or could not be read. */
export const ExportButton = ({ parts }: { parts: KeptPart[] | null }) => {
  const [given, setGiven] = useState<Given | null>(null)
  const give = async () => {
    if (!parts) return
    const now = Date.now()
    setGiven(await giveFile(exportFileName(now), exportFile(parts, now)))
  }
  return (
    <>
      {given ? (
        <Notice kind={given.isGiven ? 'success' : 'warning'} title={given.isGiven ? '已导出' : '没有导出'}>
          {given.words}
        </Notice>
      ) : null}
      <Button icon="download" disabled={parts === null} onPress={give}>
        导出我的数据
      </Button>
    </>
  )
}
