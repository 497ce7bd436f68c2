const domains = [
  "access",
  "breach",
  "buyer",
  "consent",
  "invoice",
  "nets",
  "personal-data",
  "subject-request",
]
const word = domains.join("|")

/** Files of one domain, in every kind of folder. `$1` of `from` is the domain. */
const ownFiles = `^src/(modules|workflows|providers)/(${word})/|^src/(subscribers|jobs|links|policies)/(${word})(-|\\.)`
const frontDoors = `^src/(modules|workflows)/(${word})/index\\.ts$`

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: { path: "^(src|emulator)/" },
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-import-nothing",
      severity: "error",
      from: { path: "^src/rules/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/rules/" },
    },
    {
      name: "domain-rules-are-pure",
      comment: "domain/ imports rules, shared and zod: no framework, no clock, no I/O",
      severity: "error",
      from: { path: `^src/modules/(${word})/domain/`, pathNot: "\\.test\\.ts$" },
      to: {
        pathNot: [
          `^src/modules/$1/domain/`,
          "^src/(rules|shared)/",
          "node_modules/@medusajs/framework/dist/(zod|deps/zod)",
          "node_modules/(zod|canonicalize|escape-html|@types/escape-html|libphonenumber-js)/",
        ],
      },
    },
    {
      name: "shared-knows-no-domain",
      severity: "error",
      from: { path: "^src/shared/" },
      to: { path: "^src/", pathNot: "^src/(shared|rules)/" },
    },
    {
      name: "a-domain-enters-another-by-its-front-door",
      severity: "error",
      from: { path: `^src/(?:modules|workflows|providers)/(${word})/` },
      to: {
        path: `^src/(modules|workflows|providers)/(${word})/`,
        pathNot: [`^src/(modules|workflows|providers)/$1/`, frontDoors],
      },
    },
    {
      name: "entry-files-enter-domains-by-their-front-door",
      severity: "error",
      from: { path: `^src/(?:subscribers|jobs|links|policies)/(${word})(?:-|\\.)` },
      to: {
        path: `^src/(modules|workflows|providers)/(${word})/`,
        pathNot: [`^src/(modules|workflows|providers)/$1/`, frontDoors],
      },
    },
    {
      name: "personal-data-knows-tables-not-domains",
      severity: "error",
      from: {
        path: "^src/(modules|workflows)/personal-data/|^src/(subscribers|jobs)/personal-data-",
      },
      to: { path: ownFiles, pathNot: ["personal-data", "^src/modules/access/index\\.ts$"] },
    },
    {
      name: "admin-and-storefront-know-only-http-types",
      severity: "error",
      from: { path: "^src/(admin|storefront)/" },
      to: { path: "^src/", pathNot: ["^src/(admin|storefront)/", "^src/types/http\\.ts$"] },
    },
    {
      name: "server-does-not-import-screens-or-tools",
      severity: "error",
      from: { path: "^src/", pathNot: ["^src/(admin|storefront)/", "\\.test\\.ts$"] },
      to: {
        path: "^(src/(admin|storefront)|emulator|demo|integration-tests|e2e|benchmarks|scripts)/",
      },
    },
    {
      name: "routes-enter-domains-by-their-front-door",
      severity: "error",
      from: { path: "^src/api/" },
      to: {
        path: `^src/(modules|workflows|providers)/(${word})/`,
        pathNot: [frontDoors, `^src/modules/(${word})/domain/`],
      },
    },
    {
      name: "no-undeclared-packages",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "node_modules/",
        dependencyTypesNot: ["npm", "npm-dev", "npm-peer", "core"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.medusa|\\.demo|dist)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.check.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
}
