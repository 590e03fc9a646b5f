import { mergeForms, withTheirs } from '@/features/nominations/draft/merge'
import { isSameForm, savedOf, type TypedForm, typedOf } from '@/features/nominations/draft/typed'

const form = (changes: Partial<TypedForm> = {}): TypedForm => ({
  name: '示例会',
  placeCode: '310106',
  summary: '一句话',
  values: { units: '20' },
  ...changes,
})

describe('the same draft on two devices', () => {
  it('keeps what only one of them has changed, from either', () => {
    const mine = form({ name: '示例自律会', values: { units: '20', remarks: '备注' } })
    const theirs = form({ placeCode: '310115', summary: '另一句话' })
    expect(mergeForms(form(), mine, theirs)).toEqual({
      form: form({
        name: '示例自律会',
        placeCode: '310115',
        summary: '另一句话',
        values: { units: '20', remarks: '备注' },
      }),
      conflicts: [],
    })
  })

  it('asks only about what both have written differently', () => {
    const mine = form({ name: '甲', summary: '两边一样', values: { units: '21' } })
    const theirs = form({ name: '乙', summary: '两边一样', values: { units: '22' } })
    const { form: merged, conflicts } = mergeForms(form(), mine, theirs)
    expect(conflicts).toEqual(['name', 'units'])
    expect(merged.name).toBe('甲')
    expect(withTheirs(merged, theirs, conflicts)).toEqual(theirs)
  })

  it('counts a field that one of them has emptied as changed', () => {
    const theirs = form({ values: { units: '' } })
    expect(mergeForms(form(), form({ name: '甲' }), theirs).form).toEqual(
      form({ name: '甲', values: { units: '' } }),
    )
  })
})

describe('what is sent', () => {
  it.each([
    ['20', 20],
    ['２０', 20],
    ['1.5', 1.5],
    ['', ''],
    ['二十', '二十'],
    ['1e3', '1e3'],
    ['99999999999', '99999999999'],
  ])('of a number typed as “%s” is %p, so that nothing typed is lost', (typed, sent) => {
    expect(savedOf(form({ values: { units: typed } })).values).toEqual({ units: sent })
  })

  it('comes back as it was typed', () => {
    const typed = form({ values: { units: '20', phone: '021-55500123', honours: '' } })
    expect(isSameForm(typedOf(savedOf(typed)), typed)).toBe(true)
  })
})
