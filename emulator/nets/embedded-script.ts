/** The message between the shop's page and the checkout in its frame. */
export const MESSAGE_SOURCE = "nets-emulator"

/**
 * `checkout.js`: gives the shop's page `Dibs.Checkout`, which shows the emulator's page in a frame. A shop that
 * listens to `pay-initialized` must answer with `send("payment-order-finalized", true | false)`; until then
 * nothing is paid.
 */
export const CHECKOUT_SCRIPT = `(() => {
  "use strict"
  const origin = new URL(document.currentScript.src).origin
  const source = ${JSON.stringify(MESSAGE_SOURCE)}

  class Checkout {
    constructor(options) {
      const { checkoutKey, paymentId, containerId = "dibs-checkout-content" } = options || {}
      if (!checkoutKey || !paymentId) throw new Error("Dibs.Checkout: checkoutKey and paymentId are needed")
      const container = document.getElementById(containerId)
      if (!container) throw new Error("Dibs.Checkout: there is no element #" + containerId)
      this.options = { language: "en-GB", theme: {}, ...options }
      this.handlers = {}
      this.frame = document.createElement("iframe")
      this.frame.title = "Nets-emulator"
      this.frame.style.cssText = "width:100%;min-height:40rem;border:0"
      this.listener = (message) => this.hear(message)
      window.addEventListener("message", this.listener)
      this.load()
      container.appendChild(this.frame)
    }

    on(event, handler) {
      this.handlers[event] = [...(this.handlers[event] || []), handler]
    }

    setLanguage(language) {
      this.options.language = language
      this.load()
    }

    setTheme(theme) {
      this.options.theme = theme
      this.load()
    }

    freezeCheckout() {
      this.tell("freeze")
    }

    thawCheckout() {
      this.tell("thaw")
    }

    send(event, value) {
      if (event === "payment-order-finalized") this.tell(value ? "continue" : "stop")
    }

    cleanup() {
      window.removeEventListener("message", this.listener)
      this.frame.remove()
      this.handlers = {}
    }

    load() {
      const { checkoutKey, paymentId, language, theme } = this.options
      const query = new URLSearchParams({
        checkoutKey,
        language,
        theme: JSON.stringify(theme),
        parent: window.location.href.split("?")[0].split("#")[0],
      })
      this.frame.src = origin + "/embedded/" + encodeURIComponent(paymentId) + "?" + query
    }

    tell(type) {
      this.frame.contentWindow.postMessage({ source, type }, origin)
    }

    hear(message) {
      if (message.source !== this.frame.contentWindow || message.origin !== origin) return
      const { source: from, type, paymentId, location } = message.data || {}
      if (from !== source) return
      if (type === "leave") {
        window.location.assign(location)
        return
      }
      const handlers = this.handlers[type] || []
      if (type === "pay-initialized" && handlers.length === 0) this.tell("continue")
      for (const handler of handlers) handler(type === "pay-initialized" ? paymentId : { paymentId })
    }
  }

  window.Dibs = { Checkout }
})()
`

/** What runs inside the frame. Its settings come from the `data-` attributes of the form. */
export const FRAME_SCRIPT = `(() => {
  "use strict"
  const source = ${JSON.stringify(MESSAGE_SOURCE)}
  const form = document.querySelector("form")
  const { paymentId, parentOrigin, completed, language } = document.querySelector("main").dataset
  const tell = (type, more) => window.parent.postMessage({ source, type, paymentId, ...more }, parentOrigin)
  const show = (name) => {
    for (const part of document.querySelectorAll("[role=alert]")) part.hidden = part.id !== name
  }
  let choice
  let frozen = false
  const block = () => {
    for (const button of document.querySelectorAll("button")) button.disabled = frozen || choice !== undefined
  }
  const rest = (name) => {
    choice = undefined
    show(name)
    block()
  }
  const pay = async () => {
    const body = JSON.stringify({ choice })
    const response = await fetch(window.location.pathname + "/pay", { method: "POST", body })
    const answer = response.ok ? await response.json() : { result: "declined" }
    if (answer.result !== "paid") return rest("declined")
    for (const button of document.querySelectorAll("button")) button.hidden = true
    tell("payment-completed")
  }
  const leave = () => {
    const location = new URL("/pay/" + paymentId, window.location.origin)
    location.searchParams.set("language", language)
    tell("leave", { location: location.href })
  }
  const orders = {
    freeze: () => { frozen = true; block() },
    thaw: () => { frozen = false; block() },
    stop: () => choice !== undefined && rest("stopped"),
    continue: () => {
      if (choice === undefined) return
      if (document.querySelector('[value="' + choice + '"]').dataset.leaves) leave()
      else void pay()
    },
  }
  window.addEventListener("message", ({ source: from, origin, data }) => {
    if (from !== window.parent || origin !== parentOrigin || !data || data.source !== source) return
    if (Object.hasOwn(orders, data.type)) orders[data.type]()
  })
  if (form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      if (choice !== undefined || frozen) return
      choice = event.submitter.value
      show("")
      block()
      tell("pay-initialized")
    })
  }
  if (completed) tell("payment-completed")
})()
`
