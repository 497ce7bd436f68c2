const NETS_PAGES = /(^|\.)(dibspayment\.eu|nexigroup\.com|nets\.eu)$/

/** Whether a payment page may be on this address: Nets' own hosts over https, or the emulator's. */
export const isPaymentPage = (page: URL, emulatorUrl: string | undefined): boolean =>
  emulatorUrl === undefined
    ? page.protocol === "https:" && NETS_PAGES.test(page.hostname)
    : page.origin === new URL(emulatorUrl).origin
