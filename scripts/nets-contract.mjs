/**
 * `npm run test:nets`: asks Nets' test environment what the documentation leaves open, and whether it does what
 * the plugin relies on. Opt-in, never part of `npm test`; it moves no real money and cannot reach the live system.
 *
 *     NETS_TEST_SECRET_KEY=… NETS_TEST_CHECKOUT_KEY=… npm run test:nets -- --fixtures <folder>
 *
 * NETS_TEST_PAID_PAYMENT  ids of one or two payments reserved by card there, comma between: for money questions
 * NETS_TEST_BASE_URL      an address on this machine instead: the emulator's, to try the suite itself
 * --fixtures <folder>     keeps every answer there, cut to an allow-list
 *
 * Ends with 1 when an answer differs from what is documented.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { baseUrlOf, createClient } from "./lib/nets-contract/client.mjs"
import { openQuestions, paidChecks } from "./lib/nets-contract/paid.mjs"
import { unpaidChecks } from "./lib/nets-contract/unpaid.mjs"

const say = (text) => console.log(text)

const verdictOf = (documented) => {
  if (documented === undefined) return "answered"
  return documented ? "as documented" : "DIFFERS"
}

/** Runs one check; a call that gets no answer is a row too. */
const ask = async (nets, { question, run }, id) => {
  const before = nets.evidence.length
  const outcome = await run(nets, id).catch((error) => ({
    answer: `no answer (${error.name})`,
    documented: false,
  }))
  const from = before + 1
  const last = nets.evidence.length
  const evidence = last < from ? "none" : from === last ? `#${from}` : `#${from}–#${last}`
  return { question, verdict: verdictOf(outcome.documented), answer: outcome.answer, evidence }
}

const missing = (question, what) => ({
  question,
  verdict: "open",
  answer: `needs ${what}`,
  evidence: "none",
})

const runAll = async (nets, paid) => {
  const rows = []
  for (const check of unpaidChecks) rows.push(await ask(nets, check))
  for (const check of paidChecks) {
    const id = paid[check.isSecond ? 1 : 0]
    const need = `${check.isSecond ? "a second" : "an"} id in NETS_TEST_PAID_PAYMENT`
    rows.push(id === undefined ? missing(check.question, need) : await ask(nets, check, id))
  }
  return [...rows, ...openQuestions.map(([question, what]) => missing(question, what))]
}

const printTable = (rows) => {
  say("\n| question | | answer | evidence |\n| --- | --- | --- | --- |")
  for (const { question, verdict, answer, evidence } of rows) {
    say(`| ${[question, verdict, answer, evidence].join(" | ")} |`)
  }
}

const printEvidence = (evidence) => {
  say("\nEvidence, by allow-list:")
  evidence.forEach(({ name, method, status, kind, headers, body }, index) => {
    const shown = body === null ? kind : JSON.stringify(body).slice(0, 400)
    say(`#${index + 1} ${name}: ${method} ${status} ${JSON.stringify(headers)} ${shown}`)
  })
}

const keep = (folder, { rows, evidence, baseUrl }) => {
  mkdirSync(folder, { recursive: true })
  const write = (name, value) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`)
  const against = baseUrl.startsWith("https:") ? "test environment" : "emulator"
  write("answers.json", { against, rows })
  evidence.forEach((answer, index) => {
    const word = answer.name.toLowerCase().replace(/[^a-z0-9.]+/g, "-")
    write(`${String(index + 1).padStart(3, "0")}-${word}.json`, { against, ...answer })
  })
  say(`\n${evidence.length} answers are kept in the folder given.`)
}

const main = async () => {
  const { values } = parseArgs({ options: { fixtures: { type: "string" } } })
  const { NETS_TEST_SECRET_KEY: secretKey, NETS_TEST_CHECKOUT_KEY: checkoutKey } = process.env
  if (!secretKey || !checkoutKey) {
    say("Left out: NETS_TEST_SECRET_KEY and NETS_TEST_CHECKOUT_KEY are not set. Nothing was tried.")
    return 0
  }
  const baseUrl = baseUrlOf(process.env.NETS_TEST_BASE_URL)
  const paid = (process.env.NETS_TEST_PAID_PAYMENT ?? "").split(",").filter(Boolean)
  if (!paid.every((id) => /^[0-9a-f-]{32,36}$/i.test(id))) {
    throw new Error("NETS_TEST_PAID_PAYMENT holds something that is no payment id")
  }
  const isReal = baseUrl.startsWith("https:")
  say(
    isReal ? "Against Nets' test environment." : "Against an emulator: this proves nothing of Nets."
  )
  const nets = createClient({ baseUrl, secretKey })
  const rows = await runAll(nets, paid)
  printTable(rows)
  printEvidence(nets.evidence)
  if (values.fixtures) keep(values.fixtures, { rows, evidence: nets.evidence, baseUrl })
  const differing = rows.filter(({ verdict }) => verdict === "DIFFERS").length
  say(`\n${rows.length} questions, ${differing} differ from what is documented.`)
  return differing > 0 ? 1 : 0
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error.message)
    process.exitCode = 1
  }
)
