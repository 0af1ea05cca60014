import { describe, expect, it } from "vitest";
import { streetOf } from "~/messages/street";
import type { UnitWord } from "~/messages/suggest-unit";

const place = (unit: string, word: string): UnitWord => ({ unit, word, sort: "street", messageKind: null });
const WORDS: UnitWord[] = [
  ...[place("changgang-street", "昌岗"), place("binjiang-street", "滨江"), place("binjiang-street", "江湾路")],
  { unit: "water", word: "井盖", sort: "topic", messageKind: null },
];
const STREETS = new Set(["changgang-street", "binjiang-street"]);

describe("the street a message is about", () => {
  it.each([
    ["昌岗中路井盖松动", "请修好", "changgang-street"],
    ["井盖松动", "在江湾路，靠滨江东", "binjiang-street"],
    ["井盖松动", "没有写在哪里", null],
    ["从昌岗到滨江的公交", "两条街道都有", null],
  ])("of “%s, %s” is %s", (title, body, street) => {
    expect(streetOf({ title, body }, WORDS, STREETS)).toBe(street);
  });

  it("is never a unit that is no street, whatever words stand for it", () => {
    expect(streetOf({ title: "南站", body: "" }, [place("water", "南站")], STREETS)).toBeNull();
  });
});
