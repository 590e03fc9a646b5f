import { Desk } from '../../components/desk'
import { OpinionsPage } from '../../components/opinions/opinionsPage'

export default function Opinions() {
  return (
    <Desk title="公众意见" current="opinions">
      {({ placeCode }) => <OpinionsPage key={placeCode} placeCode={placeCode} />}
    </Desk>
  )
}
