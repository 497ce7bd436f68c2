import type { Logger } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { errorName } from "../../shared/errors"
import { hidingValues, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { ReadPurpose } from "./domain/routes/find-rule"

/** One read of people's data. */
export type AccessEvent = {
  actor_type: "user" | "api-key"
  actor_id: string
  role: string | null
  /** As the route is declared: `GET /admin/orders/:id`. */
  route: string
  purpose: ReadPurpose
  /** Stored 1,000 a row. */
  subject_ids: readonly string[]
}

type Stored = AccessEvent & { id: string; count: number; read_at: string }

const FLUSH_AFTER_MS = 250
const MOST_SUBJECTS = 1000
/** More than this waits only while the database answers nobody; the oldest go then, and the log says how many. */
const MOST_WAITING = 20_000
const NOTICE_ASKED_AGAIN_MS = 5000

const INSERT = `
  INSERT INTO dk_access_event (id, controller_id, actor_type, actor_id, role, route, purpose, subject_ids, count, read_at)
  SELECT e.id, :controller, e.actor_type, e.actor_id, e.role, e.route, e.purpose,
    ARRAY(SELECT jsonb_array_elements_text(e.subject_ids)), e.count, e.read_at
  FROM jsonb_to_recordset(:events::jsonb) AS e (
    id text, actor_type text, actor_id text, role text, route text, purpose text, subject_ids jsonb, count integer,
    read_at timestamptz)
  ON CONFLICT (id) DO NOTHING`

const NOTICE_IN_FORCE = `
  SELECT 1 FROM dk_consent_notice
  WHERE controller_id = ? AND kind = 'staff' AND published_at IS NOT NULL AND effective_from <= now() AND deleted_at IS NULL
  LIMIT 1`

type Parts = { connection: Knex; logger: Logger; controllerId: string; isWanted: boolean }

/** More people than stand in one row are more rows. */
const store = (event: AccessEvent): Stored[] => {
  const { subject_ids: ids } = event
  const readAt = new Date().toISOString()
  const rows = Math.max(Math.ceil(ids.length / MOST_SUBJECTS), 1)
  return Array.from({ length: rows }, (_none, row) => {
    const subjects = ids.slice(row * MOST_SUBJECTS, (row + 1) * MOST_SUBJECTS)
    const id = generateEntityId("", "dkaevt")
    return {
      ...event,
      id,
      subject_ids: subjects,
      count: Math.max(subjects.length, 1),
      read_at: readAt,
    }
  })
}

/**
 * Who read whose data. Events are gathered and written four times a second, so that a killed process loses a quarter of a
 * second at most; what must not be lost is written at once. Nothing is logged before staff has been told
 * (the notice of kind `staff` is in force).
 */
export class ReadLog {
  readonly #parts: Parts
  #waiting: Stored[] = []
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()
  #notice = { isInForce: false, askAfter: 0 }

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Whether reads are logged now. Asks the database every five seconds at most, and no more once it is so. */
  async isOn(): Promise<boolean> {
    const { connection, controllerId, isWanted } = this.#parts
    if (!isWanted) return false
    if (!this.#notice.isInForce && Date.now() >= this.#notice.askAfter) {
      const rows = await selectRows(connection, NOTICE_IN_FORCE, [controllerId])
      this.#notice = { isInForce: rows.length > 0, askAfter: Date.now() + NOTICE_ASKED_AGAIN_MS }
    }
    return this.#notice.isInForce
  }

  /** Writes within a quarter of a second. */
  note(event: AccessEvent): void {
    this.#waiting.push(...store(event))
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, FLUSH_AFTER_MS)
  }

  /** Writes now; fails when it cannot. */
  async write(event: AccessEvent): Promise<void> {
    await this.#insert(store(event))
  }

  /** Writes what waits. What cannot be written is tried again. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#writeWaiting())
    return this.#writing
  }

  async #writeWaiting(): Promise<void> {
    const events = this.#waiting
    if (events.length === 0) return
    this.#waiting = []
    try {
      await this.#insert(events)
    } catch (error) {
      this.#keep(events, error)
    }
  }

  #keep(events: readonly Stored[], error: unknown): void {
    const all = [...events, ...this.#waiting]
    const lost = Math.max(all.length - MOST_WAITING, 0)
    this.#waiting = all.slice(lost)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, FLUSH_AFTER_MS * 20)
    this.#timer.unref()
    const waiting = this.#waiting.length.toString()
    this.#parts.logger.error(
      `dk-access: ${waiting} reads wait to be logged, ${lost.toString()} are lost (${errorName(error)})`
    )
  }

  async #insert(events: readonly Stored[]): Promise<void> {
    const { connection, controllerId } = this.#parts
    const bindings = { controller: controllerId, events: JSON.stringify(events) }
    await hidingValues(connection.raw(INSERT, bindings))
  }
}
