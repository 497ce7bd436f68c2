const { default: Sequencer } = require("@jest/test-sequencer")

/** Spec files that take minutes, the longest first, so that two processes end at about the same time. */
const LONGEST = [
  "e2e/admin",
  // Takes no dashboard, which the first of the others builds meanwhile.
  "e2e/tarball",
  "e2e/admin-people",
  "e2e/shop",
  "e2e/admin-invoices",
  "http/personal-data",
  "http/requests",
  "http/shop",
  "http/invoices-a-k",
  "http/erasure-and-export",
  "http/invoices-l-z",
  "http/nets",
  "http/everything",
  "http/servers",
]

const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.endsWith(`/${name}.spec.ts`))
  return place === -1 ? LONGEST.length : place
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other))
  }
}
