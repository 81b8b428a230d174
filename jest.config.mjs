/** One Jest project per kind of test, so that each kind starts only what it needs. */
const swc = (parser, extra = {}) => [
  '@swc/jest',
  { jsc: { target: 'es2022', parser, ...extra }, module: { type: 'commonjs' } },
];
/** Projects whose tests ask for real servers (test/support/servers.ts). */
const servers = { globalSetup: '<rootDir>/test/support/global-setup.mjs', globalTeardown: '<rootDir>/test/support/global-teardown.mjs' };
const node = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.(ts|mts)$': swc({ syntax: 'typescript' }),
    '^.+\\.(js|mjs)$': swc({ syntax: 'ecmascript' }),
  },
  // ESM-only dependencies are turned into CommonJS like our own code.
  transformIgnorePatterns: ['/node_modules/(axe-core|@swc|@temporalio|jest-.*|@jest|typescript|prisma)/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.saraban'],
};

export default {
  // Generous: a machine that builds and tests at once is slow, and a timeout says nothing about the product.
  testTimeout: 60_000,
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{domain,workflows,activities,api,db,platform,worker,cli,test,infra}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$'],
    },
    {
      ...node,
      ...servers,
      displayName: 'integration',
      testMatch: ['<rootDir>/{workflows,activities,api,db,platform,worker,cli,infra,test}/**/*.int.test.ts'],
    },
    {
      ...node,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/admin-ui/**/*.test.{ts,tsx}'],
      transform: {
        '^.+\\.(ts|tsx|mts)$': swc({ syntax: 'typescript', tsx: true }, { transform: { react: { runtime: 'automatic' } } }),
        '^.+\\.(js|jsx|mjs)$': swc({ syntax: 'ecmascript', jsx: true }),
      },
      transformIgnorePatterns: [],
      moduleNameMapper: { '\\.(css|woff2?|svg|png)$': '<rootDir>/test/support/empty-module.ts' },
      setupFiles: ['<rootDir>/admin-ui/src/testing/jsdom-polyfills.ts'],
    },
    {
      ...node,
      ...servers,
      displayName: 'e2e',
      testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
    },
  ],
};
