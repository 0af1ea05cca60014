import { describe, expect, it } from "vitest";
import { contactTail, readTail } from "~/receipts/contact-tail";

describe("the tail of a contact", () => {
  it.each([
    [null, ""],
    ["", ""],
    ["13800138000", "8000"],
    ["138 0013 8001", "8001"],
    ["１３８００１３８００２", "8002"],
    ["+86 138-0013-8003", "8003"],
    ["020-8456 7890", "7890"],
    ["chenmei@example.org", "nmei"],
    ["Chen.Mei@Example.org", ".mei"],
    ["li@example.org", "li"],
    ["微信 abcdef", "cdef"],
    ["🌳🌴🌵🌷🌹", "🌴🌵🌷🌹"],
  ])("of %j is %j", (contact, tail) => {
    expect(contactTail(contact)).toBe(tail);
  });

  it("is read as people type it", () => {
    expect(readTail(" ８０００ ")).toBe("8000");
    expect(readTail("NMEI")).toBe("nmei");
  });
});
