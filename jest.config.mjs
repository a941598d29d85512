const esmOnly = '(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|@hyzyla|zxing-wasm)';

/** Everything becomes CommonJS for jest, the ESM-only packages included; see docs/decisions/0003. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/admin/src', '<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
    // Its entry is declared for `import` only.
    '^file-type$': '<rootDir>/node_modules/file-type/index.js',
  },
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(${esmOnly})/)`,
    `/node_modules/@nestjs/common/node_modules/(?!(${esmOnly})/)`,
  ],
  testTimeout: 60_000,
};
