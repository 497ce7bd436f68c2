/** A register's answer. `unverified` is no verdict: nobody was asked, or nobody answered. */
export type RegisterAnswer = {
  status: "valid" | "invalid" | "unverified"
  name: string | null
  advertising_protected: boolean | null
}

/** A register of companies (CVR). Never throws and never blocks a purchase. */
export type CompanyRegister = {
  findCompany: (cvr: string) => Promise<RegisterAnswer>
}

const unverified: RegisterAnswer = { status: "unverified", name: null, advertising_protected: null }

/** The default: asks nobody, so that no number leaves the store unless the store chose it. */
export const offlineRegister: CompanyRegister = {
  findCompany: () => Promise.resolve(unverified),
}
