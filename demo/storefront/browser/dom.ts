type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>
export type Child = Node | string | null | undefined | false

/** Makes an element. `on…` attributes are listeners; true, false and undefined set or leave out. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (typeof value === "string") element.setAttribute(name, value)
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

/** A message box that screen readers read out when it appears. */
export const alertBox = (text: string, ...children: Child[]): HTMLElement =>
  h("div", { class: "alert", role: "alert" }, h("p", {}, text), ...children)

/** As `alertBox`, for what the shopper need not worry about. */
export const calmBox = (text: string, ...children: Child[]): HTMLElement =>
  h("div", { class: "alert calm", role: "alert" }, h("p", {}, text), ...children)

/** A link that looks like a button. */
export const buttonLink = (href: string, text: string, kind = ""): HTMLElement =>
  h("a", { href, class: `button ${kind}`.trim() }, text)

/** Runs `work` once at a time while the button shows that it is busy. */
export const busy = async (button: HTMLButtonElement, work: () => Promise<void>): Promise<void> => {
  if (button.getAttribute("aria-disabled") === "true") return
  button.setAttribute("aria-disabled", "true")
  try {
    await work()
  } finally {
    button.removeAttribute("aria-disabled")
  }
}
