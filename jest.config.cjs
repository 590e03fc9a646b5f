/** Tests of the cloud side and of the tools run in Node; those of components name jsdom in their first line. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/tests/support/jest/styles.ts',
    '^@tarojs/components$': '<rootDir>/tests/support/jest/taroComponents.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/support/jest/taro.ts',
    '^@contract/(.*)$': '<rootDir>/contract/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  /** What a build defines: here, the functions of one machine, and maps on plain ground. */
  globals: { HTTP_ORIGIN: '.', MAP_TILES: { url: '', attribution: '', datum: 'wgs84' } },
  testTimeout: 60000,
}
