import type { CertificatePaper } from '@contract/volunteerHours'
import { useState } from 'react'
import { call } from '@/cloud/call'
import { useIsSignedIn, useSession } from '@/cloud/session'
import { useRefreshOnPull } from '@/cloud/useAnswer'
import { usePages } from '@/cloud/usePages'
import { Answered } from '@/components/answered'
import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/emptyState'
import { ListRow } from '@/components/listRow'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { open, openTab, routes } from '@/routes'
import { minutesWords } from '@/words/volunteering'
import { codeInGroups, periodWords, standingWords } from '../../certificates/words'
import { Issuing } from '../../components/certificates/issuing'
import { PaperSheet } from '../../components/certificates/paperSheet'

const TITLE = '服务证明'

const usePapers = (owner: string) =>
  usePages(`certificates/${owner}`, {
    ask: (after: string | undefined) =>
      call('volunteerHours', 'listMyCertificates', after === undefined ? {} : { after }),
    read: ({ certificates, next }) => ({ items: certificates, next }),
  })

const PaperRow = ({ paper, onOpen }: { paper: CertificatePaper; onOpen: () => void }) => {
  const { tone, text } = standingWords[paper.standing]
  return (
    <ListRow
      icon="document"
      title={`${minutesWords(paper.minutes)}，${periodWords(paper)}`}
      line={codeInGroups(paper.checkCode)}
      below={<Badge tone={tone} text={text} />}
      onPress={onOpen}
    />
  )
}

const Papers = ({
  book,
  onOpen,
}: {
  book: ReturnType<typeof usePapers>
  onOpen: (paper: CertificatePaper) => void
}) => (
  <Answered answer={book} skeleton={<Skeleton shape="text" count={2} />}>
    {() =>
      book.items.length === 0 ? null : (
        <Card title="开具过的证明">
          {book.items.map((paper) => (
            <PaperRow key={paper.checkCode} paper={paper} onOpen={() => onOpen(paper)} />
          ))}
          {book.hasMore ? (
            <Button kind="quiet" isLoading={book.isLoadingMore} onPress={book.loadMore}>
              再看一些
            </Button>
          ) : null}
        </Card>
      )
    }
  </Answered>
)

const Verify = () => (
  <Card>
    <ListRow
      icon="search"
      title="核验证明"
      line="输入校验码，看一份证明是不是真的"
      onPress={() => open(routes.verifyCertificate())}
    />
  </Card>
)

const Own = ({ owner }: { owner: string }) => {
  const [shown, setShown] = useState<CertificatePaper | null>(null)
  const book = usePapers(owner)
  useRefreshOnPull(book.refresh)
  return (
    <Page
      title={TITLE}
      overlay={
        shown ? (
          <PaperSheet
            key={shown.checkCode}
            paper={shown}
            onClose={() => setShown(null)}
            onChanged={book.refresh}
          />
        ) : null
      }
    >
      <Issuing
        owner={owner}
        onIssued={async (paper) => {
          setShown(paper)
          await book.refresh()
        }}
      />
      <Papers book={book} onOpen={setShown} />
      <Verify />
    </Page>
  )
}

/** 服务证明: issued at once, kept in a list, verified by anyone. */
export default function CertificatesPage() {
  const isSignedIn = useIsSignedIn()
  const owner = useSession()?.identity.id ?? ''
  if (isSignedIn) return <Own key={owner} owner={owner} />
  return (
    <Page title={TITLE}>
      <EmptyState
        icon="person"
        reason="登录以后可以开具自己的证明"
        way={{ text: '去登录', onPress: () => openTab(routes.mine) }}
      />
      <Verify />
    </Page>
  )
}
