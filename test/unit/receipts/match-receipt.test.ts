import { describe, expect, it } from "vitest";
import { matchReceipt, type FindOwner } from "~/receipts/match-receipt.server";
import { receiptHash } from "~/receipts/receipt.server";

const CODE = "abcd2345efgh6789";
const CONTACT = "13800138000";

/** Three kinds of items, of which the second has one receipt; what each is asked is written down. */
function kinds() {
  const asked: string[] = [];
  const kind =
    (name: string, contact?: string): FindOwner =>
    async (hash) => {
      asked.push(`${name} ${hash}`);
      return contact !== undefined && hash === receiptHash(CODE) ? { item: "message-1", contact } : null;
    };
  return { asked, finders: [kind("comment"), kind("message", CONTACT), kind("question")] };
}

async function tried(typed: { code: string; tail: string }) {
  const { asked, finders } = kinds();
  const answer = await matchReceipt(typed, finders).catch((refused: unknown) => refused);
  return { asked, answer };
}

describe("a code and the tail of a contact", () => {
  it("open what belongs to them, however the code is written", async () => {
    for (const code of [CODE, "ABCD-2345-EFGH-6789", " abcd 2345 efgh 6789 "]) {
      const { answer } = await tried({ code, tail: "8000" });
      expect(answer).toEqual({ item: "message-1", code: CODE });
    }
  });

  it("are looked up among every kind and refused in the same way, whichever half is wrong", async () => {
    const pairs = [
      { code: CODE, tail: "8001" },
      { code: CODE, tail: "" },
      { code: "abcd2345efgh678a", tail: "8000" },
      { code: "abcd2345efgh678a", tail: "" },
      { code: "not a code", tail: "8000" },
      { code: "", tail: "" },
    ];
    for (const pair of pairs) {
      const { asked, answer } = await tried(pair);
      expect(asked.map((one) => one.replace(/ [0-9a-f]{64}$/, ""))).toEqual(["comment", "message", "question"]);
      expect(answer).toMatchObject({ reasons: [{ code: "receipt_not_matched" }] });
    }
  });
});
