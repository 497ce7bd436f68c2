import eslint from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

/** The platform's own rules, with every warning raised to an error. */
const strictly = (configs) =>
  configs.map((config) => ({
    ...config,
    rules: Object.fromEntries(
      Object.entries(config.rules ?? {}).map(([name, level]) => [
        name,
        level === "warn" || level === 1 ? "error" : level,
      ])
    ),
  }))

const code = ["**/*.ts", "**/*.tsx"]
const tests = [
  "**/*.test.ts",
  "integration-tests/**",
  "e2e/**",
  "benchmarks/**",
  "emulator/**",
  "demo/**",
]

export default tseslint.config(
  { ignores: [".medusa/**", ".demo/**", "dist/**", "node_modules/**", "**/*.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  ...strictly(medusa.configs.strict),
  {
    files: code,
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.check.json", "./src/admin/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 80, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
    },
  },
  {
    files: ["src/admin/**"],
    rules: { "max-lines": ["error", { max: 200, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A page or a widget that fails takes nothing else down.
    files: ["src/admin/routes/**/page.tsx", "src/admin/widgets/*.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration:not([declaration.callee.name='guarded'])",
          message: "Export it guarded (src/admin/shared/guarded.tsx).",
        },
      ],
    },
  },
  {
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "no-console": "off",
      // The shape a test expects of an answer is its type parameter.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  {
    // The rule takes every large price for øre; an office chair does cost thousands of kroner.
    // Nets counts in øre, and so does everything that talks to it.
    files: [...tests, "src/modules/nets/**", "src/providers/nets/**"],
    rules: { "@medusajs/prices-in-major-units": "off" },
  },
  {
    // Outside the server a plain Error is right: nothing maps it to an HTTP status.
    files: [...tests, "docs/examples/**", "scripts/**", "src/storefront/**", "src/admin/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "process",
          "console",
          "module",
          "require",
          "__dirname",
          "globalThis",
          "URL",
          "fetch",
          "setTimeout",
          "clearTimeout",
          "setInterval",
          "clearInterval",
          "AbortSignal",
          "AbortController",
          "Buffer",
          "performance",
        ].map((name) => [name, "readonly"])
      ),
    },
  }
)
