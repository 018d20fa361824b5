/** Unit tests of what needs no server; against a real one it is tried in server/test/e2e/client.spec.ts. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, configFile: '../../.swcrc' }] },
  transformIgnorePatterns: ['/node_modules/'],
};
