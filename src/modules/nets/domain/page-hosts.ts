const NETS_PAGES = /(^|\.)(dibspayment\.eu|nexigroup\.com|nets\.eu)$/

/** Whether a payment page may be on this address: Nets' own hosts over https, or the emulator's. */
export const isPaymentPage = (page: URL, emulatorUrl: string | undefined): boolean =>
  emulatorUrl === undefined
    ? page.protocol === "https:" && NETS_PAGES.test(page.hostname)
    : page.origin === new URL(emulatorUrl).origin

const SCRIPTS = {
  test: "https://test.checkout.dibspayment.eu/v1/checkout.js?v=1",
  live: "https://checkout.dibspayment.eu/v1/checkout.js?v=1",
}

/** The script that puts an embedded checkout into the shop's page; fixed by the environment like the API's host. */
export const checkoutScript = (
  environment: "test" | "live" | "emulator",
  emulatorUrl: string | undefined
): string =>
  environment === "emulator"
    ? new URL("/v1/checkout.js?v=1", emulatorUrl).toString()
    : SCRIPTS[environment]
