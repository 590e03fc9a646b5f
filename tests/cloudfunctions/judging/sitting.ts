import { randomUUID } from 'node:crypto'
import type { JudgingPlan } from '../../../contract/campaigns'
import type { MemberKind, SessionKind, SessionState } from '../../../contract/judging'
import { aCampaign, accountIdOf, expectValue, SHANGHAI, someJudging } from '../../support/builders'
import type { Cloud, Person } from '../../support/cloud'

/** Panels and sessions for tests. */

export const REASON = '与对方有工作关系'

/** New people who hold the role of judge in the city. */
export async function someJudges(cloud: Cloud, administrator: Person, number: number): Promise<Person[]> {
  const people = await cloud.people(
    Array.from({ length: number }, () => `oJudge${randomUUID().replaceAll('-', '')}`),
  )
  for (const person of people)
    expectValue(
      await administrator.administration('grantRole', {
        accountId: await accountIdOf(person),
        name: '示例评委',
        role: 'judge',
        placeCode: SHANGHAI,
        endsAt: null,
      }),
    )
  return people
}

/** A campaign without voting, so that its experts judge every candidate. */
export const aJudgedCampaign = (
  administrator: Person,
  { candidates = 2, plan = someJudging(), winners = 1 } = {} as {
    candidates?: number
    plan?: JudgingPlan
    winners?: number
  },
) =>
  aCampaign(administrator, {
    candidates,
    hasVoting: false,
    experts: { ...plan, winners },
    selectionGroup: plan,
  })

/** The chair of one session: knows the version, and so always acts on what it has seen last. */
export class Chair {
  version = 1
  state: SessionState = 'preparing'
  constructor(
    readonly person: Person,
    readonly sessionId: string,
  ) {}

  get seen() {
    return { sessionId: this.sessionId, version: this.version }
  }

  async did(
    answer: Promise<
      { ok: true; value: { version: number; state: SessionState } } | { ok: false; error: { code: string } }
    >,
  ): Promise<void> {
    const { version, state } = expectValue(await answer)
    this.version = version
    this.state = state
  }

  async seat(person: Person, name: string, memberKind: MemberKind = 'expert'): Promise<void> {
    const accountId = await accountIdOf(person)
    await this.did(this.person.judging('seatJudge', { ...this.seen, accountId, name, memberKind }))
  }

  async seatAll(judges: Person[]): Promise<void> {
    for (const [index, judge] of judges.entries()) await this.seat(judge, nameOf(index))
  }

  commit = () => this.did(this.person.judging('commitDraw', this.seen))
  draw = () => this.did(this.person.judging('drawOrder', this.seen))
  open = () => this.did(this.person.judging('openSession', this.seen))
  close = (excused: string | null = null) =>
    this.did(this.person.judging('closeSession', { ...this.seen, excused }))

  /** From the empty room to judges who score. */
  async begin(judges: Person[]): Promise<void> {
    await this.seatAll(judges)
    await this.commit()
    if (this.state === 'committed') await this.draw()
    await this.open()
  }

  view = async () => expectValue(await this.person.judging('getSession', { sessionId: this.sessionId }))
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'
export const nameOf = (index: number): string =>
  `${SURNAMES[index % SURNAMES.length]}${'甲乙丙丁'[Math.floor(index / SURNAMES.length)]}`

export async function aSession(
  administrator: Person,
  campaignId: string,
  kind: SessionKind = 'experts',
): Promise<Chair> {
  const { sessionId } = expectValue(
    await administrator.judging('createSession', {
      campaignId,
      kind,
      name: kind === 'experts' ? '示例擂台演讲' : '示例小组评分',
      startsAt: Date.now(),
    }),
  )
  return new Chair(administrator, sessionId)
}

interface Saving {
  basedOn?: number
  remark?: string
  requestId?: string
}

export const save = (
  judge: Person,
  sessionId: string,
  candidateId: string,
  scores: number[],
  { basedOn = 0, remark = '', requestId = randomUUID() }: Saving = {},
) => judge.judging('saveSheet', { sessionId, candidateId, scores, remark, basedOn }, requestId)

/** Every judge's sheet of every candidate; scores by judge and candidate, in points of the two criteria. */
export async function saveAll(
  judges: Person[],
  sessionId: string,
  candidateIds: string[],
  scoresOf: (judge: number, candidate: number) => [number, number],
): Promise<void> {
  for (const [candidate, candidateId] of candidateIds.entries()) {
    const answers = await Promise.all(
      judges.map((judge, index) =>
        save(
          judge,
          sessionId,
          candidateId,
          scoresOf(index, candidate).map((points) => Math.round(points * 100)),
        ),
      ),
    )
    answers.forEach(expectValue)
  }
}

export const codeOf = (answer: { ok: true } | { ok: false; error: { code: string } }): string =>
  answer.ok ? 'ok' : answer.error.code
