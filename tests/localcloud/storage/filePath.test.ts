import {
  contentTypeOf,
  fileIdOf,
  isCloudPath,
  opensInPage,
  pathOf,
} from '../../../localcloud/storage/filePath'

test.each(['photo.jpg', 'photos/2026/门责.jpg', 'a b/c.png', '...', '.well-known/x'])(
  '%s is a path',
  (path) => {
    expect(isCloudPath(path)).toBe(true)
    expect(pathOf(fileIdOf(path))).toBe(path)
  },
)

test.each([
  '',
  '/etc/passwd',
  '../secret',
  'photos/../../secret',
  'photos/./x',
  'photos//x',
  'photos/',
  'a\\..\\b',
  'a\u0000.jpg',
  'line\nbreak',
  'a?b',
  'a#b',
  'a%2e',
  '\ud800',
  '门'.repeat(300),
  12,
  undefined,
])('%j is not a path', (path) => {
  expect(isCloudPath(path)).toBe(false)
})

test.each(['cloud://other.6f74-other/a.jpg', 'cloud://localcloud.6c6f-localcloud/../secret', 'a.jpg', null])(
  '%j is no file of this environment',
  (fileId) => {
    expect(pathOf(fileId)).toBeUndefined()
  },
)

test('only pictures without scripts open in the page', () => {
  const opens = (path: string) => opensInPage(contentTypeOf(path))
  expect(['a.jpg', 'a.JPEG', 'a.png', 'a.webp'].filter(opens)).toHaveLength(4)
  expect(['a.svg', 'a.html', 'a.js', 'a.pdf', 'a', 'a.jpg.html'].filter(opens)).toEqual([])
})
