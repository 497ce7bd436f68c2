process.env.MEDUSA_DISABLE_TELEMETRY = "true"

const long = { testSequencer: "./scripts/longest-first.cjs" }

const stores = {
  globalSetup: "./integration-tests/setup/global-setup.js",
  globalTeardown: "./integration-tests/setup/global-teardown.js",
  setupFiles: ["./integration-tests/setup/setup.js"],
}

const kinds = {
  unit: {
    testMatch: ["{src,emulator,demo,scripts,benchmarks}", "integration-tests/machines"].map(
      (folder) => `<rootDir>/${folder}/**/*.test.ts`
    ),
  },
  // Medusa's locks leave timers of five minutes behind when a store stops.
  http: { testMatch: ["**/integration-tests/http/*.spec.ts"], forceExit: true, ...stores, ...long },
  machines: { testMatch: ["<rootDir>/integration-tests/machines/*.spec.ts"], forceExit: true },
  pictures: { testMatch: ["**/e2e/pictures/main.ts"], testTimeout: 600_000 },
  e2e: { testMatch: ["**/e2e/*.spec.ts"], testTimeout: 600_000, ...long },
}

const kind = kinds[process.env.TEST_TYPE ?? "unit"]

/** @type {import("jest").Config} */
module.exports = {
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", decorators: true },
          target: "es2021",
          transform: { decoratorMetadata: true },
        },
      },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/.medusa/", "<rootDir>/.demo/"],
  // The documented examples import the package by its name, as an outsider does.
  moduleNameMapper: {
    "^medusa-plugin-denmark/personal-data$": "<rootDir>/src/modules/personal-data/entry.ts",
  },
  testTimeout: 180_000,
  ...kind,
}
