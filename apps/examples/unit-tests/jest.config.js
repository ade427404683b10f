export default {
  testEnvironment: 'jsdom',
  testMatch: ['**/*.jest.test.tsx'],
  transform: { '\\.[jt]sx?$': ['@swc/jest', { jsc: { transform: { react: { runtime: 'automatic' } } } }] },
  // The kit is published as ES modules, which Jest does not transform by default.
  transformIgnorePatterns: ['/node_modules/(?!@flinks-kit/)'],
  moduleNameMapper: { '\\.css$': 'identity-obj-proxy' },
};
