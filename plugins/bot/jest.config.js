export default {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, configFile: '../../.swcrc' }] },
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 240_000,
  workerIdleMemoryLimit: '1GB',
};
