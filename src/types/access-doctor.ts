/** How the store is set up and run. `says` and `todo` are in the language that was asked for. */
export type AdminDoctorReport = {
  /** The worst of the findings. */
  state: AdminDoctorState
  /** Judged as a store that is open, or as a developer's. */
  is_production: boolean
  findings: {
    check: string
    state: AdminDoctorState
    code: string
    says: string
    /** What to do; null when nothing is. */
    todo: string | null
  }[]
}

export type AdminDoctorState = "ok" | "warning" | "problem"

export type AdminDoctorResponse = { doctor: AdminDoctorReport }

/** A file with names and addresses of all orders, which staff exported in Medusa's Admin. */
export type AdminExportFile = {
  /** Id of the notification that tells of it. */
  id: string
  filename: string
  exported_at: string
  /** When it is deleted at the latest; an erasure deletes it earlier. */
  delete_at: string
  /** It should be gone and could not be deleted. */
  is_overdue: boolean
}

export type AdminExportFileListResponse = {
  export_files: AdminExportFile[]
  count: number
  offset: number
  limit: number
}
