import type { PropsWithChildren } from 'react'
import './app.scss'
import './styles/frame.scss'

/** Pages are rendered as children. Nothing may be wrapped around them: Taro's H5 page stack relies on it. */
export default function App({ children }: PropsWithChildren) {
  return children
}
