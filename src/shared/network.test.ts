import { networkOf } from "./network"

describe("the network that is counted", () => {
  it("is an IPv4 address, however it is written", () => {
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7")
    expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7")
    expect(networkOf("::FFFF:c000:207")).toBe("192.0.2.7")
  })

  it("is the 64 bits that one household is given, of IPv6", () => {
    const same = [
      "2001:db8:0:1::1",
      "2001:0DB8:0000:0001:ffff:ffff:ffff:ffff",
      "2001:db8:0:1:a:b:c:d",
      "2001:db8::1:0:0:c000:207",
      "2001:db8:0:1::192.0.2.7",
      "2001:db8:0:1::1%eth0",
    ]
    expect(new Set(same.map(networkOf))).toEqual(new Set(["2001:db8:0:1::/64"]))
    expect(networkOf("2001:db8:0:2::1")).not.toBe(networkOf("2001:db8:0:1::1"))
    expect(networkOf("::1")).toBe("0:0:0:0::/64")
  })

  it("is what was given when that is no address", () => {
    expect(networkOf("")).toBe("")
    expect(networkOf("unix:")).toBe("unix:")
  })
})
