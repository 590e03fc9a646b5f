import { REPORT_UPLOADS } from '../../contract/cases/cases'
import { accountIdOf, aStaffMember, expectValue, JINGAN } from './builders'
import type { Cloud, Person } from './cloud'
import type { PageWithRecords } from './everyPage'
import { aFlatPicture, anUpload } from './nominations'

/** The pages of street problems, those of staff and of citizens, each with something on it to see. */

const STREET = '310106012'
const ADDRESS = '示例路口东侧'
const DEPARTMENT = '示例环卫所'

interface World {
  cloud: Cloud
  administrator: Person
  citizen: Person
}

/** Reported by the citizen, and given to a department. */
async function aDispatchedCase(
  { cloud, administrator, citizen }: World,
  departmentId: string,
): Promise<string> {
  const { categories } = expectValue(await citizen.reporting('getCatalogue', {}))
  const category = categories.find(({ isIndoor, questions }) => !isIndoor && questions.length === 0)
  if (!category) throw new Error('the catalogue has no plain category')
  const report = await citizen.reporting('reportProblem', {
    categoryId: category.categoryId,
    description: '示例：路口有一堆垃圾',
    answers: [],
    photos: [await anUpload(cloud, citizen, await aFlatPicture(640, 480), REPORT_UPLOADS)],
    position: { longitude: 121.4562, latitude: 31.2296 },
    address: ADDRESS,
    placeCode: STREET,
    seenAt: Date.now(),
    contact: null,
  })
  const { caseId } = expectValue(report)
  const { version } = expectValue(await administrator.casework('getCase', { caseId }))
  expectValue(
    await administrator.casework('actOnCase', {
      caseId,
      basedOn: version,
      steps: [{ act: 'accept' }, { act: 'file' }, { act: 'dispatch', departmentId, words: '' }],
    }),
  )
  return caseId
}

/** Nobody appoints themselves: the administrator is a handler by a colleague of the district. */
async function appointToDepartment({ cloud, administrator }: World, organisationId: string): Promise<void> {
  const colleague = await aStaffMember(cloud, administrator, 'administrator', JINGAN)
  const accountId = await accountIdOf(administrator)
  const grant = { accountId, name: '示例处置员', role: 'handler', placeCode: STREET, endsAt: null } as const
  expectValue(await colleague.administration('grantRole', { ...grant, organisationId }))
}

export async function casePages(world: World): Promise<Record<string, PageWithRecords>> {
  const { organisation } = expectValue(
    await world.administrator.places('registerOrganisation', {
      placeCode: STREET,
      kind: 'department',
      name: DEPARTMENT,
    }),
  )
  const { organisationId } = organisation
  await appointToDepartment(world, organisationId)
  const caseId = await aDispatchedCase(world, organisationId)
  const page = (name: string) => `features/administration/pages/${name}`
  return {
    'pages/reporting': { query: '', shows: ADDRESS },
    'features/reporting/pages/report': { query: '', shows: '是什么问题' },
    'features/reporting/pages/myReports': { query: '', shows: ADDRESS },
    'features/reporting/pages/case': { query: `caseId=${caseId}`, shows: '经过' },
    [page('cases')]: { query: `placeCode=${STREET}`, shows: ADDRESS },
    [page('case')]: { query: `caseId=${caseId}`, shows: `派遣给${DEPARTMENT}` },
    [page('myCases')]: { query: `placeCode=${STREET}&organisationId=${organisationId}`, shows: ADDRESS },
  }
}
