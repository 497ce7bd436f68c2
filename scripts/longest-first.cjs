const { default: Sequencer } = require("@jest/test-sequencer")

/** Spec files that take minutes, the longest first, so that two processes end at about the same time. */
const LONGEST = [
  "e2e/admin",
  "e2e/tarball",
  "e2e/admin-invoices",
  "e2e/shop",
  "http/invoices-a-k",
  "http/invoices-l-z",
  "http/nets",
  "http/personal-data",
  "http/erasure-and-export",
  "http/requests",
  "http/shop",
  "http/everything",
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
