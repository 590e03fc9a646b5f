import { useEffect, useState } from 'react'
import { open } from '@/routes'
import { momentWords } from '@/words/moments'
import { listMessages, type SentMessage } from './localCloud'

/** Often enough to see a message come in while looking. */
const POLL_TIME = 5000

const useMessages = (): SentMessage[] => {
  const [messages, setMessages] = useState<SentMessage[]>([])
  useEffect(() => {
    const load = async () => {
      if (!document.hidden) setMessages(await listMessages())
    }
    void load()
    const timer = setInterval(() => void load(), POLL_TIME)
    return () => clearInterval(timer)
  }, [])
  return messages
}

/** What WeChat would have sent to this person's 服务通知. */
export const Messages = ({ onOpen }: { onOpen: () => void }) => {
  const messages = useMessages()
  const openPage = async (page: string) => {
    await open(`/${page}`)
    onOpen()
  }
  return (
    <section>
      <h3>收到的微信通知</h3>
      {messages.length === 0 ? <p>还没有通知。</p> : null}
      {messages.map(({ id, page, values, sentAt }) => (
        <button key={id} type="button" className="localPanel__message" onClick={() => void openPage(page)}>
          {Object.values(values).map((value) => (
            <span key={value}>{value}</span>
          ))}
          <small>{momentWords(sentAt)}</small>
        </button>
      ))}
    </section>
  )
}
