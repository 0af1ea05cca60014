const MOST_ATTEMPTS = 6;

/** Whether the failure is that another row took the same unique value in the meantime. */
export function isTakenKey(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}

/** Does again what took a number that somebody else took at the same moment: by then the next one is known to be free. */
export async function againWithNextNumber<T>(take: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await take();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isTakenKey(error)) throw error;
    }
  }
}
