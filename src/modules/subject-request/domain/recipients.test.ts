import { RECIPIENT_PRESETS, taskAfter } from "./recipients"
import { recipientMailOf } from "./recipient-mail"

describe("a task for a recipient", () => {
  it("is sent, confirmed, or failed and sent again", () => {
    expect(taskAfter("open", "send")).toBe("sent")
    expect(taskAfter("failed", "send")).toBe("sent")
    expect(taskAfter("sent", "send")).toBe("sent")
    expect(taskAfter("escalated", "confirm")).toBe("confirmed")
    expect(taskAfter("sent", "fail")).toBe("failed")
    expect(taskAfter("confirmed", "fail")).toBeNull()
    expect(taskAfter("confirmed", "send")).toBeNull()
  })

  it("says what to do by order numbers, in the recipient's language, and nothing of the person", () => {
    const asked = { shop: "Bogbutikken", email: "info@bog.example", orders: [17, 18] }
    const danish = recipientMailOf("da", { ...asked, cause: "erasure" })
    expect(danish.text).toContain("17, 18")
    expect(danish.text).toContain("artikel 19")
    const english = recipientMailOf("en", { ...asked, cause: "restriction", orders: [] })
    expect(english.text).toContain("Article 19")
    expect(english.text).not.toContain("17")
  })
})

describe("presets", () => {
  it("name Facebook's page as a joint responsibility, not as a processor", () => {
    expect(RECIPIENT_PRESETS.facebook.role).toBe("joint_controller")
    expect(RECIPIENT_PRESETS.economic.role).toBe("processor")
  })
})
