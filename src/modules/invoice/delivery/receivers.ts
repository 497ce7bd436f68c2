import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { readNemhandelAnswer } from "../domain/delivery/receiver"
import type { ReceiverAnswer } from "../domain/delivery/receiver"
import type { EInvoiceFormat } from "../domain/ubl/check"
import type { InvoiceSettings } from "../options"

type Register = NonNullable<InvoiceSettings["einvoice"]["receivers"]>

const TIMEOUT_MS = 3_000

const UNKNOWN: ReceiverAnswer = { status: "unknown" }

/** Schemes of Danish receivers: EAN, CVR, P number, SE number. The register knows no others. */
const KNOWN_SCHEMES = /^(0088|0184|0096|0198):/

/** Only of an authority's or company's place by its EAN: a CVR number may be a person's business. */
const mayKeepName = (participant: string): boolean => participant.startsWith("0088:")

/** Asks Nemhandel's register. Never throws: without an answer that can be read the receiver is unknown. */
const askNemhandel = async ({ url }: Register, participant: string): Promise<ReceiverAnswer> => {
  try {
    const address = new URL(`${url.replace(/\/$/, "")}/search/networkLookup`)
    address.searchParams.set("receiverId", participant)
    const response = await fetch(address, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.ok ? readNemhandelAnswer(await response.json()) : UNKNOWN
  } catch {
    return UNKNOWN
  }
}

type Row = { name: string | null; takes_peppol: boolean; takes_oioubl: boolean }

const FRESH = "looked_up_at > now() - interval '24 hours'"

const toAnswer = ({ name, takes_peppol: peppol, takes_oioubl: oioubl }: Row): ReceiverAnswer => {
  const formats: EInvoiceFormat[] = [
    ...(oioubl ? (["oioubl"] as const) : []),
    ...(peppol ? (["peppol"] as const) : []),
  ]
  return formats.length > 0
    ? { status: "receives", name, formats }
    : { status: "does_not_receive", name }
}

const remember = async (
  connection: Knex,
  participant: string,
  answer: Exclude<ReceiverAnswer, { status: "unknown" }>
): Promise<void> => {
  const formats = answer.status === "receives" ? answer.formats : []
  await connection.raw(
    `INSERT INTO dk_invoice_receiver (id, participant, name, takes_peppol, takes_oioubl, looked_up_at)
     VALUES (?, ?, ?, ?, ?, now())
     ON CONFLICT (participant) DO UPDATE SET name = excluded.name, takes_peppol = excluded.takes_peppol,
       takes_oioubl = excluded.takes_oioubl, looked_up_at = now(), updated_at = now()`,
    [
      ...[generateEntityId("", "dkircv"), participant, answer.name],
      ...[formats.includes("peppol"), formats.includes("oioubl")],
    ]
  )
}

/**
 * What a receiver of e-invoices takes, as the register says today; answers are remembered for 24 hours, no answer is not.
 * Never blocks for more than three seconds; `unknown` when the store has not chosen a register.
 *
 * @param participant ISO 6523 scheme and number, e.g. `0088:5798000420526`
 */
export const lookUpReceiver = async (
  connection: Knex,
  register: Register | undefined,
  participant: string
): Promise<ReceiverAnswer> => {
  if (!register || !KNOWN_SCHEMES.test(participant)) return UNKNOWN
  const [known] = await selectRows<Row>(
    connection,
    `SELECT name, takes_peppol, takes_oioubl FROM dk_invoice_receiver WHERE participant = ? AND ${FRESH}`,
    [participant]
  )
  if (known) return toAnswer(known)
  const answer = await askNemhandel(register, participant)
  if (answer.status === "unknown") return answer
  const kept = mayKeepName(participant) ? answer : { ...answer, name: null }
  await remember(connection, participant, kept)
  return kept
}

/** Forgets what the register said more than a day ago. */
export const forgetReceivers = async (connection: Knex): Promise<void> => {
  await connection.raw(`DELETE FROM dk_invoice_receiver WHERE NOT (${FRESH})`)
}
