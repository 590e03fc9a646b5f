import Taro from '@tarojs/taro'
import { useState } from 'react'
import { keepSession, type Session, useSession } from '@/cloud/session'
import { routes } from '@/routes'
import { type LocalIdentity, signIn } from './localCloud'
import { Messages } from './messages'

const groupsOf = (identities: LocalIdentity[]): [string, LocalIdentity[]][] => {
  const groups = new Map<string, LocalIdentity[]>()
  for (const identity of identities)
    groups.set(identity.group, [...(groups.get(identity.group) ?? []), identity])
  return [...groups]
}

interface PersonProps {
  identity: LocalIdentity
  isChosen: boolean
  onChoose: () => void
}

const Person = ({ identity, isChosen, onChoose }: PersonProps) => (
  <button
    type="button"
    className={`localPanel__person ${isChosen ? 'localPanel__person--chosen' : ''}`}
    aria-pressed={isChosen}
    data-identity={identity.id}
    onClick={onChoose}
  >
    <strong>
      {identity.name}
      {isChosen ? '（现在的身份）' : ''}
    </strong>
    <span>{identity.description}</span>
  </button>
)

const start = async (session: Session) => {
  keepSession(session)
  // Every page was made for the person before.
  await Taro.reLaunch({ url: routes.home })
}

interface PanelProps {
  identities: LocalIdentity[]
  onOpen: () => void
  onClose: () => void
}

const Identities = ({ identities, onClose }: Omit<PanelProps, 'onOpen'>) => {
  const session = useSession()
  const [trouble, setTrouble] = useState('')
  const choose = async (identity: LocalIdentity) => {
    const signedIn = await signIn(identity.id)
    setTrouble(signedIn ? '' : '没有连上本机的服务。请看看它是否还在运行。')
    if (!signedIn) return
    await start(signedIn)
    onClose()
  }
  return groupsOf(identities).map(([group, members]) => (
    <section key={group}>
      <h3>{group}</h3>
      {members.map((identity) => (
        <Person
          key={identity.id}
          identity={identity}
          isChosen={identity.id === session?.identity.id}
          onChoose={() => void choose(identity)}
        />
      ))}
      {trouble ? <p role="alert">{trouble}</p> : null}
    </section>
  ))
}

/** 本机试用: who I am, and what was sent to me. */
export const Panel = ({ identities, onOpen, onClose }: PanelProps) => {
  const session = useSession()
  return (
    <>
      <button type="button" className="localPanel__handle" onClick={onOpen}>
        换一个身份
      </button>
      <div className="localPanel__content">
        <header>
          <h2>{session ? '换一个身份试用' : '先选一个身份'}</h2>
          <button type="button" className="localPanel__close" onClick={onClose}>
            {session ? '关闭' : '先随便看看'}
          </button>
        </header>
        <p>这是装在这台机器上的试用版。选一个身份，就像用那个人的微信打开。</p>
        {session && session.kind !== 'desk' ? <Messages key={session.identity.id} onOpen={onClose} /> : null}
        <Identities identities={identities} onClose={onClose} />
      </div>
    </>
  )
}
