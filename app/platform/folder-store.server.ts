import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keyOf, type FileStore } from "./file-store.server";

/** Files under one folder, which is on the file system that they arrive on. */
export function folderStore(folder: string): FileStore {
  const pathOf = (id: string) => join(folder, keyOf(id));
  return {
    keep: async (path, id) => {
      const target = pathOf(id);
      await mkdir(dirname(target), { recursive: true });
      await flush(path);
      await rename(path, target);
      await flush(dirname(target));
    },
    open: async (id, range) => {
      const handle = await open(pathOf(id), "r");
      return handle.createReadStream(range);
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** A receipt promises that what was sent is there after a power cut too. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
