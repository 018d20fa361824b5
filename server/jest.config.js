export default {
  rootDir: '.',
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, configFile: '../.swcrc' }] },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  workerIdleMemoryLimit: '1GB',
  testTimeout: 240_000,
};
