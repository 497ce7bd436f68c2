import {
  emittedEvents,
  jobs,
  listeners,
  mailTemplates,
  ownRoutes,
  workflows,
} from "./reference-parts"
import type { ReferenceRoute } from "./reference-parts"

/** What each of the plugin's own events says; a test compares the names with those that the code emits. */
export const EVENT_WORDS: Readonly<Record<string, { data: string; when: string }>> = {
  "dk_breach.notices_started": {
    data: "`{ id }` of the case",
    when: "staff asked that those affected by a breach be told",
  },
  "dk_buyer.order_buyer_set": {
    data: "`{ id }` of the order",
    when: "staff said, or corrected, who bought an order or draft order",
  },
  "dk_invoice.issued": {
    data: "`{ id }` of the document",
    when: "an invoice or credit note was sealed. At least once",
  },
  "dk_invoice.requested": {
    data: "`{ id }` of the request",
    when: "the shop's bookkeeping system is to make an invoice or credit note; read it with `findInvoiceRequest`. At least once",
  },
  "dk_personal_data.erased": {
    data: "`{ id }` of the erasure",
    when: "somebody was erased, after it was committed. At least once",
  },
  "dk_personal_data.handed_over": {
    data: "`{ id }` of the hand-over",
    when: "a company's account went to a new contact",
  },
}

/** When each mail is sent and what its `data` holds; a test compares the names with those in the code. */
export const MAIL_WORDS: Readonly<Record<string, { data: string; when: string }>> = {
  "dk-breach-notice": {
    data: "`breach_id`; its text is what staff wrote",
    when: "somebody affected by a breach is told of it, by e-mail or `sms`",
  },
  "dk-breach-reminder": {
    data: "`breach_id`",
    when: "the authority has not been told of a breach after 24, 48, 66 or 72 hours (option `breach.remindByMail`)",
  },
  "dk-consent-subscription": {
    data: "`locale`, `shop`, `purpose`, `channel`, `notice`",
    when: "somebody signs up for marketing: the link that confirms it",
  },
  "dk-credit-note-issued": {
    data: "as `dk-invoice-issued`",
    when: "a credit note was issued",
  },
  "dk-e-invoice": {
    data: "`number`, `format`, `receiver`; the XML is attached",
    when: "an e-invoice leaves by mail (option `invoice.einvoice.transport`)",
  },
  "dk-invoice-issued": {
    data: "`locale`, `kind`, `number`, `issued_on`, `order_number`, `currency`, `total`, `shop`, and `link` when a link is sent",
    when: "an invoice was issued; [how](sending-invoices.md)",
  },
  "dk-overview-monthly": {
    data: "`locale`, `shop`, `month`, `url`, `due_this_month` and `setup_missing` (each null where it could not be read), `erasing_stopped_until` (`YYYY-MM-DD` or null), `failed` (areas that could not be read), `tasks` (each `area`, `code`, `count`, `is_urgent`)",
    when: "a month begins: how personal data stands, to the shop itself (option `access.monthlyMail`); nobody is named",
  },
  "dk-subject-request-lifting": {
    data: "`locale`",
    when: "a restriction will be lifted, before it is",
  },
  "dk-subject-request-link": {
    data: "`locale`, `shop`, `kind`, `expires_at`",
    when: "a guest asks for something about their data: the link that confirms it",
  },
  "dk-subject-request-recipient": {
    data: "`locale`, `shop`, `cause`, `orders`",
    when: "a recipient of data is told of an erasure, correction or restriction",
  },
  "dk-subject-request-reminder": {
    data: "`request_id`, `strict_on`, `legal_on`, `kind`",
    when: "a deadline is near (option `subjectRequest.remindByMail`)",
  },
}

const MAILS = `## Mails

Sent by Medusa's notification module, channel \`email\`. \`content.subject\` and \`content.text\` are always there; a provider with templates of its
own must show \`content.text\`, since links that confirm something stand there only. Letters about requests have templates of their own,
\`dk-subject-request-<letter>\` ([letters](letters.md)). Reminders for staff also go to the channel \`feed\`, as Medusa's \`admin-ui\`.
`

const HEAD = `# Reference

Written from the route files, workflows, subscribers and jobs and the comments beside them; a test compares it with them. Do not edit:
\`npm run docs:reference\` writes it anew.

See also: [the OpenAPI document](openapi.json) of all routes with bodies, answers and refusals, [who may use which admin route](routes.md),
[all options](options.md), [what the entries are for](entries.md). Errors are Medusa's:
\`{ type, message, code? }\`; the message names the field and never repeats the value. _Takes_ are the fields of the body (POST) or the
query (GET), with \`?\` where one may be left out, from the schemas that judge them.
`

const EVENTS_OUT = `## Events the plugin emits

Their data holds ids only: a queue may keep its jobs for long. An event may come twice, so do what it asks for from the facts.
`

const EVENTS_CORE = `
After an erasure it also tells Medusa and other plugins by Medusa's own events \`customer.deleted\`, \`customer.customer.deleted\`,
\`order.order.updated\` and \`cart.cart.updated\`, after a hand-over by \`customer.deleted\` and \`customer.updated\`, and when it
puts an order right after what happened at Nets by \`payment.captured\` and \`payment.refunded\`.
`

const EVENTS_IN = `## Events the plugin listens to

Each has a job beside it that finds what a lost event missed.
`

const WORKFLOWS = `## Workflows and hooks

Exported by \`medusa-plugin-denmark/workflows\`; run one with \`await dkIssueInvoicesWorkflow(container).run({ input })\`. Beside them the entry
exports functions that take the container, such as \`mayMarket\` and \`findInvoiceRequest\`; their types say how they are called.

**Hooks**: the plugin takes none of Medusa's workflow hooks, so yours are free, and its own workflows have none
([why](decisions/0002-no-workflow-hooks.md)). React to its events instead.
`

const JOBS = `## Background jobs

They run where Medusa's worker runs (\`workerMode\` \`shared\` or \`worker\`), and each may be killed anywhere and be run by
several servers.
`

const cell = (text: string): string => text.replace(/\|/g, "\\|")

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(" | ")} |`,
    `|${head.map(() => "---").join("|")}|`,
    ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
    "",
  ].join("\n")

type Inputs = ReadonlyMap<string, string>

const routeTable = (routes: readonly ReferenceRoute[], inputs: Inputs): string =>
  table(
    ["Method", "Route", "What", "Takes"],
    routes.map(({ method, path, comment }) => [
      method,
      `\`${path}\``,
      comment,
      inputs.get(`${method} ${path}`) ?? "",
    ])
  )

/**
 * The docs page of routes, events, workflows and jobs.
 *
 * @param inputs what routes take, as `inputsOf` reads it from the middlewares
 */
export const referencePage = (inputs: Inputs): string => {
  const routes = ownRoutes()
  const below = (start: string) => routes.filter(({ path }) => path.startsWith(start))
  return [
    HEAD,
    "## Routes of the storefront\n",
    "They take a publishable key, as Medusa's own do.\n",
    routeTable(below("/store"), inputs),
    "## Pages and webhooks\n",
    "Open to whoever has the link; Nets shows the session's token.\n",
    routeTable([...below("/privacy"), ...below("/hooks")], inputs),
    "## Routes of Admin\n",
    routeTable(below("/admin"), inputs),
    EVENTS_OUT,
    table(
      ["Event", "Data", "When"],
      emittedEvents().map((name) => {
        const words = EVENT_WORDS[name]
        return [`\`${name}\``, words?.data ?? "", words?.when ?? ""]
      })
    ),
    EVENTS_CORE,
    EVENTS_IN,
    table(
      ["Event", "What it then does"],
      listeners().map(({ events, comment }) => [
        events.map((event) => `\`${event}\``).join(", "),
        comment,
      ])
    ),
    MAILS,
    table(
      ["Template", "When", "Data"],
      mailTemplates().map((name) => {
        const words = MAIL_WORDS[name]
        return [`\`${name}\``, words?.when ?? "", words?.data ?? ""]
      })
    ),
    WORKFLOWS,
    table(
      ["Id", "Export", "Input", "Gives", "What"],
      workflows().map(({ id, name, input, output, comment }) => [
        `\`${id}\``,
        `\`${name}\``,
        `\`${input}\``,
        output,
        comment,
      ])
    ),
    JOBS,
    table(
      ["Job", "Cron", "What"],
      jobs().map(({ name, schedule, comment }) => [`\`${name}\``, `\`${schedule}\``, comment])
    ),
  ].join("\n")
}
