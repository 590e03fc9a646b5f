import type { Result } from '@contract/result'
import { useState } from 'react'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import type { CloudError } from '@/cloud/services'
import { Button } from '@/components/button'
import { showToast } from '@/components/toast'
import { type MadeDocument, openDocument } from './openDocument'

interface DocumentButtonProps {
  /** What is done, as a verb: 下载材料汇编. */
  words: string
  kind?: 'primary' | 'secondary' | 'quiet'
  disabled?: boolean
  /** Has the cloud make the document. */
  make: (requestId: string) => Promise<Result<MadeDocument, CloudError>>
}

/** Has a document made, then saves it in a browser or opens it in WeChat. */
export const DocumentButton = ({ words, kind = 'secondary', disabled, make }: DocumentButtonProps) => {
  const [isMaking, setMaking] = useState(false)
  const bring = async () => {
    setMaking(true)
    try {
      const answer = await make(newRequestId())
      const trouble = answer.ok ? await openDocument(answer.value) : errorText(answer.error)
      if (trouble) showToast(trouble)
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button kind={kind} icon="download" isLoading={isMaking} disabled={disabled} onPress={bring}>
      {isMaking ? '正在生成文件' : words}
    </Button>
  )
}
