import type { ScoredEntry } from '@contract/judging'
import { placeName } from '@contract/places/names'
import { Card } from '@/components/card'
import { RankRow } from '@/components/rankRow'
import { open, routes } from '@/routes'
import { scoreTieBreakWords, scoreWords } from '@/words/judging'

/** The scores, once the winners are published. */
export const PublicResults = ({ campaignId, results }: { campaignId: string; results: ScoredEntry[] }) => (
  <Card title="评审结果">
    {results.map(({ candidateId, rank, name, districtCode, score, sheets, isNamed, decidedBy }) => (
      <RankRow
        key={candidateId}
        rank={rank}
        name={name}
        place={`${placeName(districtCode)} · 计入 ${sheets} 份评分${isNamed ? ' · 入选' : ''}`}
        votes={`${scoreWords(score)} 分`}
        note={decidedBy ? `同分，${scoreTieBreakWords[decidedBy]}` : null}
        onPress={() => open(routes.candidate(campaignId, candidateId))}
      />
    ))}
  </Card>
)
