import type { CertificatePaper } from '@contract/volunteerHours'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { errorText } from '@/cloud/errorText'
import { newRequestId } from '@/cloud/requestId'
import { Button } from '@/components/button'
import { CopyButton } from '@/components/copyButton'
import { DocumentButton } from '@/components/documentButton'
import { KeyValue } from '@/components/keyValue'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { showToast } from '@/components/toast'
import { open, routes } from '@/routes'
import { keepPicture } from '../../certificates/keepPicture'
import { codeInGroups, standingWords } from '../../certificates/words'
import { PaperPicture } from './paperPicture'

interface PaperSheetProps {
  paper: CertificatePaper
  onClose: () => void
  onChanged: () => Promise<void>
}

/** Asked once more: who has the paper can no longer verify it afterwards. */
const Withdrawing = ({ paper, onClose, onChanged }: PaperSheetProps) => {
  const [isAsked, setAsked] = useState(false)
  const [requestId] = useState(newRequestId)
  const withdraw = async () => {
    const { checkCode } = paper
    const answer = await call('volunteerHours', 'withdrawCertificate', { checkCode }, { requestId })
    if (!answer.ok) return showToast(errorText(answer.error))
    showToast('证明已撤回')
    onClose()
    await onChanged()
  }
  if (!isAsked)
    return (
      <Button kind="quiet" onPress={() => setAsked(true)}>
        撤回这份证明
      </Button>
    )
  return (
    <>
      <Notice kind="warning" title="撤回以后不能恢复">
        拿着这份证明的人再核验，只会看到“已经撤回”，看不到内容。
      </Notice>
      <Button kind="danger" onPress={withdraw}>
        撤回
      </Button>
    </>
  )
}

interface ActsProps {
  paper: CertificatePaper
  /** The picture, once it is drawn. */
  address: string | null
}

const Acts = ({ paper, address }: ActsProps) => {
  const keep = async () => {
    const trouble = address && (await keepPicture(address, `志愿服务记录证明 ${paper.checkCode}`))
    showToast(trouble || '图片已保存')
  }
  return (
    <>
      <Button icon="download" disabled={address === null} onPress={keep}>
        保存图片
      </Button>
      <DocumentButton
        words="下载 Word 文档，打印盖章"
        make={() => call('volunteerHours', 'getCertificateDocument', { checkCode: paper.checkCode })}
      />
    </>
  )
}

const Whole = ({ paper, onDrawn }: { paper: CertificatePaper; onDrawn: (address: string) => void }) => (
  <>
    <PaperPicture paper={paper} onDrawn={onDrawn} />
    <KeyValue rows={[{ key: '校验码', value: codeInGroups(paper.checkCode) }]} />
    <CopyButton name="校验码" text={codeInGroups(paper.checkCode)} />
    <Button kind="quiet" onPress={() => open(routes.verifyCertificate(paper.checkCode))}>
      看别人核验时看到什么
    </Button>
  </>
)

/** One certificate, and everything that its person can do with it. */
export const PaperSheet = (props: PaperSheetProps) => {
  const { paper, onClose } = props
  const [address, setAddress] = useState<string | null>(null)
  const { title, line } = standingWords[paper.standing]
  const isValid = paper.standing === 'valid'
  return (
    <Sheet
      title="志愿服务记录证明"
      isOpen
      onClose={onClose}
      actions={isValid ? <Acts paper={paper} address={address} /> : null}
    >
      {isValid ? (
        <Whole paper={paper} onDrawn={setAddress} />
      ) : (
        <Notice kind="warning" title={title}>
          {line}
        </Notice>
      )}
      {paper.standing === 'withdrawn' ? null : <Withdrawing {...props} />}
    </Sheet>
  )
}
