/** `joint_controller`: the shop and they decide together, as of a page on Facebook; no processor agreement is made (Art. 26). */
export const RECIPIENT_ROLES = ["processor", "controller", "joint_controller"] as const

export type RecipientRole = (typeof RECIPIENT_ROLES)[number]

export type RecipientPreset = {
  name: string
  role: RecipientRole
  purposes: readonly string[]
  country: string
  safeguard?: string
}

/** Companies that Danish shops give data to, for staff to add with one press. */
export const RECIPIENT_PRESETS = {
  nets: { name: "Nets (Nexi)", role: "controller", purposes: ["payment"], country: "dk" },
  postnord: { name: "PostNord", role: "controller", purposes: ["delivery"], country: "dk" },
  gls: { name: "GLS", role: "controller", purposes: ["delivery"], country: "dk" },
  dao: { name: "dao", role: "controller", purposes: ["delivery"], country: "dk" },
  mail: { name: "E-mailplatform", role: "processor", purposes: ["marketing"], country: "dk" },
  economic: { name: "e-conomic", role: "processor", purposes: ["bookkeeping"], country: "dk" },
  dinero: { name: "Dinero", role: "processor", purposes: ["bookkeeping"], country: "dk" },
  billy: { name: "Billy", role: "processor", purposes: ["bookkeeping"], country: "dk" },
  hosting: { name: "Hosting", role: "processor", purposes: ["operation"], country: "dk" },
  facebook: {
    name: "Meta (Facebook-side)",
    role: "joint_controller",
    purposes: ["marketing"],
    country: "ie",
  },
} as const satisfies Record<string, RecipientPreset>

export type PresetName = keyof typeof RECIPIENT_PRESETS

export const PRESET_NAMES = Object.keys(RECIPIENT_PRESETS) as PresetName[]

export type TaskCause = "erasure" | "rectification" | "restriction"
export type TaskState = "open" | "sent" | "confirmed" | "failed" | "escalated"
export type TaskAction = "send" | "confirm" | "fail"

const STATE_AFTER: Readonly<Record<TaskAction, TaskState>> = {
  send: "sent",
  confirm: "confirmed",
  fail: "failed",
}

const LEGAL_IN: Readonly<Record<TaskAction, readonly TaskState[]>> = {
  send: ["open", "failed", "escalated"],
  confirm: ["open", "sent", "failed", "escalated"],
  fail: ["open", "sent", "escalated"],
}

/** The state after an action; null when it is not possible. What stands already is no error. */
export const taskAfter = (state: TaskState, action: TaskAction): TaskState | null => {
  if (state === STATE_AFTER[action]) return state
  return LEGAL_IN[action].includes(state) ? STATE_AFTER[action] : null
}
