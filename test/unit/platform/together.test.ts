import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Together } from "~/platform/together.server";

function doublingThose(runs: number[][]): Together<number, number> {
  return new Together(async (items) => {
    runs.push(items);
    await nextTurn();
    return Promise.allSettled(
      items.map((item) => (item < 0 ? Promise.reject(new Error(`${item}`)) : Promise.resolve(2 * item))),
    );
  });
}

test("what is asked for in one turn is done in one go, and each hears of his own", async () => {
  const runs: number[][] = [];
  const together = doublingThose(runs);
  const results = await Promise.allSettled([1, -2, 3].map((item) => together.do(item)));
  expect(runs).toEqual([[1, -2, 3]]);
  expect(results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason)))).toEqual([
    2,
    "Error: -2",
    6,
  ]);
});

test("who asks while others are served waits for nobody", async () => {
  const runs: number[][] = [];
  const together = doublingThose(runs);
  const first = together.do(1);
  await nextTurn();
  await expect(Promise.all([first, together.do(2)])).resolves.toEqual([2, 4]);
  expect(runs).toEqual([[1], [2]]);
});

test("a hundred at once are done in parts", async () => {
  const runs: number[][] = [];
  const together = doublingThose(runs);
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  await expect(Promise.all(numbers.map((item) => together.do(item)))).resolves.toEqual(numbers.map((n) => 2 * n));
  expect(runs.map(({ length }) => length)).toEqual([32, 32, 32, 4]);
  expect(runs.flat()).toEqual(numbers);
});

test("a work that fails as a whole fails for each, and not for those who come later", async () => {
  let isBroken = true;
  const together = new Together<number, number>((items) =>
    isBroken ? Promise.reject(new Error("broken")) : Promise.allSettled(items.map((item) => Promise.resolve(item))),
  );
  const results = await Promise.allSettled([together.do(1), together.do(2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isBroken = false;
  await expect(together.do(3)).resolves.toBe(3);
});
